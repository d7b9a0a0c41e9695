import { and, asc, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { order } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { offsetOf } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { SubscriptionList, SubscriptionRef } from "../input";
import type { SubscriptionStatus } from "../rules/vocabulary";

const customer = alias(party, "customer");
const partner = alias(party, "partner");

const columns = {
  id: subscription.id,
  number: subscription.number,
  orderId: subscription.orderId,
  orderNumber: order.number,
  customerId: subscription.customerId,
  customerName: customer.name,
  partnerId: subscription.partnerId,
  partnerName: partner.name,
  offerName: subscription.offerName,
  status: subscription.status,
  currency: subscription.currency,
  timeZone: subscription.timeZone,
  createdAt: subscription.createdAt,
  activatedAt: subscription.activatedAt,
  billableFrom: subscription.billableFrom,
  termEndsAt: subscription.termEndsAt,
};

const sorts = {
  createdAt: subscription.createdAt,
  number: subscription.number,
  customer: customer.name,
  status: subscription.status,
} as const;

function query({ db }: Scope) {
  return db
    .select({ ...columns, total: sql<number>`count(*) over ()::int` })
    .from(subscription)
    .leftJoin(order, and(eq(order.operatorId, subscription.operatorId), eq(order.id, subscription.orderId)))
    .leftJoin(
      customer,
      and(eq(customer.operatorId, subscription.operatorId), eq(customer.id, subscription.customerId)),
    )
    .leftJoin(
      partner,
      and(eq(partner.operatorId, subscription.operatorId), eq(partner.id, subscription.partnerId)),
    );
}

/** What customers have running, as far as the asker stands above them. */
export async function listSubscriptions(scope: Scope, input: SubscriptionList) {
  const pattern = `%${input.q.replace(/[%_\\]/g, "\\$&")}%`;
  const { status, customer: customers } = input.filters;
  const where = and(
    eq(subscription.operatorId, scope.actor.operator),
    input.q
      ? or(
          ilike(subscription.number, pattern),
          ilike(order.number, pattern),
          ilike(customer.name, pattern),
          ilike(subscription.offerName, pattern),
        )
      : undefined,
    status?.length ? inArray(subscription.status, status as SubscriptionStatus[]) : undefined,
    customers?.length ? inArray(subscription.customerId, customers as PartyId[]) : undefined,
  );
  const way = input.dir === "asc" ? asc : desc;
  const rows = await query(scope)
    .where(where)
    .orderBy(way(sorts[input.sort]), asc(subscription.id))
    .limit(input.size)
    .offset(offsetOf(input));
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** One subscription with its items. */
export async function readSubscription(scope: Scope, { id }: SubscriptionRef) {
  const { actor, db } = scope;
  const [found] = await query(scope).where(
    and(eq(subscription.operatorId, actor.operator), eq(subscription.id, id)),
  );
  if (!found) throw new Refusal("NOT_FOUND", "There is no such subscription.");
  const { total: _total, ...row } = found;
  const items = await db
    .select()
    .from(subscriptionItem)
    .where(and(eq(subscriptionItem.operatorId, actor.operator), eq(subscriptionItem.subscriptionId, id)))
    .orderBy(asc(subscriptionItem.id));
  return { ...row, items };
}

export type SubscriptionSeen = Awaited<ReturnType<typeof listSubscriptions>>["rows"][number];
export type SubscriptionDetail = Awaited<ReturnType<typeof readSubscription>>;
