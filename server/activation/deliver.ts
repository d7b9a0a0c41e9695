import { and, eq, inArray, ne } from "drizzle-orm";
import { fulfilmentTask, subscription, subscriptionItem } from "@/db/schema/activation";
import { order, orderItem } from "@/db/schema/order";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { addMonthsAnchored, startOfDay } from "@/server/core/calendar";
import { newId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { emit } from "@/server/events/emit";

type Delivered = Pick<typeof fulfilmentTask.$inferSelect, "operatorId" | "orderId" | "orderItemId">;

/**
 * Adds a delivered item to the subscription of its order, charged from the start of its day in the customer's
 * zone (a
 * change takes effect at the start of its day). The subscription is active once everything that runs on,
 * recurring and
 * metered, is delivered; its term counts from there.
 */
export async function deliverItem(
  scope: Scope,
  { operatorId, orderId, orderItemId }: Delivered,
): Promise<void> {
  const { db, now } = scope;
  const [running] = await db
    .select()
    .from(subscription)
    .where(and(eq(subscription.operatorId, operatorId), eq(subscription.orderId, orderId)))
    .for("update");
  const [item] = await db
    .select()
    .from(orderItem)
    .where(and(eq(orderItem.operatorId, operatorId), eq(orderItem.id, orderItemId)));
  invariant(running !== undefined && item !== undefined, "an order that is worked on has a subscription");
  const validFrom = startOfDay(now, running.timeZone);
  const { itemId, supplierId, name, unit, charge, meterId, taxClass, quantity, ownerPath } = item;
  await db.insert(subscriptionItem).values({
    operatorId,
    id: newId("subscriptionItem", now),
    subscriptionId: running.id,
    orderItemId,
    itemId,
    supplierId,
    name,
    unit,
    charge,
    meterId,
    taxClass,
    quantity,
    validFrom,
    ownerPath,
  });
  if (running.status === "pendingActive" && (await everythingRuns(scope, orderId))) {
    await activate(scope, running, validFrom);
  }
}

async function everythingRuns({ actor, db }: Scope, orderId: typeof order.$inferSelect.id): Promise<boolean> {
  const open = await db
    .select({ id: fulfilmentTask.id })
    .from(fulfilmentTask)
    .innerJoin(
      orderItem,
      and(eq(orderItem.operatorId, fulfilmentTask.operatorId), eq(orderItem.id, fulfilmentTask.orderItemId)),
    )
    .where(
      and(
        eq(fulfilmentTask.operatorId, actor.operator),
        eq(fulfilmentTask.orderId, orderId),
        ne(fulfilmentTask.status, "done"),
        inArray(orderItem.charge, ["recurring", "usage"]),
      ),
    )
    .limit(1);
  return open.length === 0;
}

async function activate(
  scope: Scope,
  running: typeof subscription.$inferSelect,
  billableFrom: Date,
): Promise<void> {
  const { db, now } = scope;
  const [bought] = await db
    .select({ termMonths: order.termMonths })
    .from(order)
    .where(and(eq(order.operatorId, running.operatorId), eq(order.id, running.orderId)));
  invariant(bought !== undefined, "a subscription has an order");
  const termEndsAt = addMonthsAnchored(billableFrom, bought.termMonths, running.timeZone);
  await db
    .update(subscription)
    .set({ status: "active", activatedAt: now, billableFrom, termEndsAt })
    .where(and(eq(subscription.operatorId, running.operatorId), eq(subscription.id, running.id)));
  await record(scope, {
    code: "activation.subscription.activated",
    summary: `${running.number} is active`,
    object: { kind: "subscription", id: running.id },
    before: { status: running.status },
    after: { status: "active", billableFrom, termEndsAt },
  });
  await emit(scope, "subscription.activated", { subscriptionId: running.id });
}
