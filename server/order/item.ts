import { and, asc, eq } from "drizzle-orm";
import { order, orderItem } from "@/db/schema/order";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { moveItem, orderStatusOf } from "./rules/transition";
import type { OrderItemStatus } from "./rules/vocabulary";

export type ItemRef = { readonly orderItemId: Id<"orderItem"> };

/** Work on an item has begun, or begins again after its failure was repaired. */
export async function startItem(scope: Scope, { orderItemId }: ItemRef): Promise<void> {
  await moveItemTo(scope, orderItemId, "inProgress");
}

/**
 * An item is delivered, at the instant its fulfilment proves. The order is completed with the last of them.
 */
export async function completeItem(
  scope: Scope,
  { orderItemId, at = scope.now }: ItemRef & { readonly at?: Date },
): Promise<void> {
  const moved = await moveItemTo(scope, orderItemId, "completed", at);
  if (moved) await emit(scope, "order.item.completed", { orderId: moved, orderItemId });
}

/** An item could not be delivered, until its fulfilment is repaired and starts it again. */
export async function failItem(scope: Scope, { orderItemId }: ItemRef): Promise<void> {
  const moved = await moveItemTo(scope, orderItemId, "failed");
  if (moved) await emit(scope, "order.item.failed", { orderId: moved, orderItemId });
}

/** The order of an item that moved; null for one that is there already, so that a repeat changes nothing. */
async function moveItemTo(
  scope: Scope,
  id: Id<"orderItem">,
  to: OrderItemStatus,
  completedAt: Date | null = null,
): Promise<Id<"order"> | null> {
  const { db, actor } = scope;
  const mine = and(eq(orderItem.operatorId, actor.operator), eq(orderItem.id, id));
  const [named] = await db.select({ orderId: orderItem.orderId }).from(orderItem).where(mine);
  if (!named) throw new Refusal("NOT_FOUND", "There is no such order item.");
  const held = await holdOrder(scope, named.orderId);
  const item = held.items.find((each) => each.id === id);
  if (!item || item.status === to) return null;

  await db
    .update(orderItem)
    .set({ status: moveItem(item.status, to), completedAt })
    .where(mine);
  await record(scope, {
    code: `order.item.${to === "inProgress" ? "started" : to}`,
    summary: `${held.number}: “${item.name}” ${to === "inProgress" ? "started" : to}`,
    object: { kind: "order", id: held.id },
    before: { orderItemId: id, status: item.status },
    after: { orderItemId: id, status: to, completedAt },
  });
  await settleOrder(
    scope,
    held,
    held.items.map((each) => (each.id === id ? to : each.status)),
    completedAt,
  );
  return held.id;
}

/** An order with its items, held so that of two items that finish at once the second sees the first. */
async function holdOrder({ db, actor }: Scope, id: Id<"order">) {
  const [held] = await db
    .select({ id: order.id, number: order.number, status: order.status })
    .from(order)
    .where(and(eq(order.operatorId, actor.operator), eq(order.id, id)))
    .for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such order.");
  const items = await db
    .select({ id: orderItem.id, name: orderItem.name, status: orderItem.status })
    .from(orderItem)
    .where(and(eq(orderItem.operatorId, actor.operator), eq(orderItem.orderId, id)))
    .orderBy(asc(orderItem.position));
  return { ...held, items };
}

type Held = Awaited<ReturnType<typeof holdOrder>>;

/** Where the order stands follows from where its items stand. */
async function settleOrder(
  scope: Scope,
  held: Held,
  items: readonly OrderItemStatus[],
  at: Date | null,
): Promise<void> {
  const status = orderStatusOf(items);
  if (status === held.status) return;
  const completedAt = status === "completed" ? (at ?? scope.now) : null;
  await scope.db
    .update(order)
    .set({ status, completedAt })
    .where(and(eq(order.operatorId, scope.actor.operator), eq(order.id, held.id)));
  await record(scope, {
    code: "order.order.moved",
    summary: `${held.number} is ${status === "inProgress" ? "in progress" : status}`,
    object: { kind: "order", id: held.id },
    before: { status: held.status },
    after: { status, completedAt },
  });
  if (status === "completed") await emit(scope, "order.completed", { orderId: held.id });
}
