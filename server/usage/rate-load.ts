import { and, asc, between, eq, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { order, orderItem, orderLeg } from "@/db/schema/order";
import { ratedItem } from "@/db/schema/rating";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import type { RateRange } from "./aggregate";

const billable = ["active", "suspended", "terminated"] as const;

/** Subscriptions that ran at some time up to an instant: active ones, and those that were and ended. */
export function billableUntil(scope: Scope, until: Date): SQL | undefined {
  return and(
    eq(subscription.operatorId, scope.actor.operator),
    inArray(subscription.status, [...billable]),
    isNotNull(subscription.billableFrom),
    lte(subscription.billableFrom, until),
  );
}

/** Every item of the range's billable subscriptions, in the order of subscription and position. */
export function loadItems(scope: Scope, { first, last, until }: RateRange) {
  const { db } = scope;
  const done = db
    .select({
      operatorId: ratedItem.operatorId,
      itemId: ratedItem.subscriptionItemId,
      ratedUpTo: sql<Date | null>`max(${ratedItem.to})`.mapWith(ratedItem.to).as("rated_up_to"),
    })
    .from(ratedItem)
    .innerJoin(
      subscriptionItem,
      own(ratedItem, subscriptionItem, eq(subscriptionItem.id, ratedItem.subscriptionItemId)),
    )
    .where(
      and(
        eq(ratedItem.operatorId, scope.actor.operator),
        between(subscriptionItem.subscriptionId, first, last),
      ),
    )
    .groupBy(ratedItem.operatorId, ratedItem.subscriptionItemId)
    .as("done");
  return db
    .select({
      id: subscriptionItem.id,
      subscriptionId: subscription.id,
      orderItemId: subscriptionItem.orderItemId,
      position: orderItem.position,
      name: subscriptionItem.name,
      unit: subscriptionItem.unit,
      charge: subscriptionItem.charge,
      meterId: subscriptionItem.meterId,
      taxClass: subscriptionItem.taxClass,
      quantity: subscriptionItem.quantity,
      validFrom: subscriptionItem.validFrom,
      validTo: subscriptionItem.validTo,
      timeZone: subscription.timeZone,
      billableFrom: sql<Date>`${subscription.billableFrom}`.mapWith(subscription.createdAt),
      customerId: order.customerId,
      partnerId: order.partnerId,
      ownerPath: subscription.ownerPath,
      ratedUpTo: done.ratedUpTo,
    })
    .from(subscription)
    .innerJoin(
      subscriptionItem,
      own(subscription, subscriptionItem, eq(subscriptionItem.subscriptionId, subscription.id)),
    )
    .innerJoin(order, own(subscription, order, eq(order.id, subscription.orderId)))
    .innerJoin(orderItem, own(subscription, orderItem, eq(orderItem.id, subscriptionItem.orderItemId)))
    .leftJoin(done, eq(done.itemId, subscriptionItem.id))
    .where(and(billableUntil(scope, until), between(subscription.id, first, last)))
    .orderBy(asc(subscription.id), asc(orderItem.position), asc(subscriptionItem.id));
}

export type LoadedItem = Awaited<ReturnType<typeof loadItems>>[number];

/** The pinned legs of order items, by order item and in leg order. */
export async function loadLegs({ actor, db }: Scope, orderItemIds: readonly Id<"orderItem">[]) {
  const legs = await db
    .select()
    .from(orderLeg)
    .where(
      and(
        eq(orderLeg.operatorId, actor.operator),
        sql`${orderLeg.orderItemId} = any(${sql.param(orderItemIds)}::text[])`,
      ),
    )
    .orderBy(asc(orderLeg.orderItemId), asc(orderLeg.number));
  const byItem = new Map<Id<"orderItem">, (typeof legs)[number][]>();
  for (const leg of legs) byItem.set(leg.orderItemId, [...(byItem.get(leg.orderItemId) ?? []), leg]);
  return byItem;
}

export type LoadedLeg = typeof orderLeg.$inferSelect;

/**
 * Holds the range's subscriptions until the transaction ends, so that two runs never rate the same rows
 * at once.
 */
export async function holdSubscriptions(scope: Scope, { first, last }: RateRange): Promise<void> {
  await scope.db
    .select({ id: subscription.id })
    .from(subscription)
    .where(and(eq(subscription.operatorId, scope.actor.operator), between(subscription.id, first, last)))
    .orderBy(asc(subscription.id))
    .for("update");
}

type Owned = { readonly operatorId: AnyPgColumn };

function own(left: Owned, right: Owned, also: SQL): SQL | undefined {
  return and(eq(left.operatorId, right.operatorId), also);
}
