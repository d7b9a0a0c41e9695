import { and, asc, eq } from "drizzle-orm";
import { fulfilmentTask, subscription } from "@/db/schema/activation";
import { order, orderItem } from "@/db/schema/order";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { documentNumber, nextNumber } from "@/server/party/number";
import { planTasks } from "./rules/plan";

const hour = 3_600_000;

/**
 * Breaks an order down into the tasks that bring it to life and opens its subscription. Planning the same
 * order again
 * changes nothing.
 */
export async function planFulfilment(scope: Scope, { orderId }: { orderId: Id<"order"> }): Promise<void> {
  const { actor, db, now } = scope;
  const [placed] = await db
    .select()
    .from(order)
    .where(and(eq(order.operatorId, actor.operator), eq(order.id, orderId)))
    .for("update");
  if (!placed) throw new Refusal("NOT_FOUND", "There is no such order.");
  const planned = await db.$count(subscription, eq(subscription.orderId, orderId));
  if (planned > 0) return;

  const items = await db
    .select()
    .from(orderItem)
    .where(and(eq(orderItem.operatorId, actor.operator), eq(orderItem.orderId, orderId)))
    .orderBy(asc(orderItem.position));
  const ids = new Map(items.map(({ id }) => [id as string, newId("task", now)]));
  const tasks = planTasks(items).map((task) => {
    const item = items.find(({ id }) => id === task.itemId) as (typeof items)[number];
    return {
      operatorId: actor.operator,
      id: ids.get(task.itemId) as Id<"task">,
      orderId,
      orderItemId: item.id,
      supplierId: item.supplierId,
      title: task.title,
      kind: task.kind,
      status: task.after.length === 0 ? ("ready" as const) : ("blocked" as const),
      after: task.after.map((itemId) => ids.get(itemId) as string),
      attempts: 0,
      createdAt: now,
      dueAt: new Date(now.getTime() + task.hours * hour),
      ownerPath: item.ownerPath,
    };
  });
  await db.insert(fulfilmentTask).values(tasks);
  await openSubscription(scope, placed);
  await record(scope, {
    code: "activation.order.planned",
    summary: `${placed.number}: ${tasks.length} tasks`,
    object: { kind: "order", id: orderId },
    after: { tasks: tasks.map(({ id, title, kind }) => ({ id, title, kind })) },
  });
  for (const task of tasks.filter(({ status }) => status === "ready"))
    await emit(scope, "task.ready", { taskId: task.id });
}

async function openSubscription(scope: Scope, placed: typeof order.$inferSelect): Promise<void> {
  const { actor, db, now } = scope;
  const number = await nextNumber(scope, actor.operator as string as PartyId, "subscription");
  await db.insert(subscription).values({
    operatorId: actor.operator,
    id: newId("subscription", now),
    number: documentNumber("SUB", number),
    orderId: placed.id,
    customerId: placed.customerId,
    partnerId: placed.partnerId,
    offerName: placed.offerName,
    status: "pendingActive",
    currency: placed.currency,
    timeZone: placed.timeZone,
    createdAt: now,
    ownerPath: placed.ownerPath,
  });
}
