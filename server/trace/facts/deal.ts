import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { approval } from "@/db/schema/approval";
import { offer, offerVersion } from "@/db/schema/offer";
import { order, orderItem } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import { quote, quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Fact } from "../rules/vocabulary";
import { among, type SeenById, seenById } from "./read";

const customer = alias(party, "customer");
const supplier = alias(party, "supplier");

export async function seeOffers({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ version: offerVersion, name: offer.name, code: offer.code })
    .from(offerVersion)
    .innerJoin(offer, and(eq(offer.operatorId, offerVersion.operatorId), eq(offer.id, offerVersion.offerId)))
    .where(and(eq(offerVersion.operatorId, actor.operator), among(offerVersion.id, ids)));
  return seenById(
    rows,
    ({ version }) => version.id,
    ({ version, name, code }) => ({
      title: name,
      subtitle: `Offer, version ${version.number}`,
      status: version.status,
      at: version.publishedAt,
      facts: [
        { name: "Code", text: code },
        { name: "Version", text: String(version.number) },
        { name: "Term", text: `${version.termMonths} months` },
        ...moment("Published", version.publishedAt),
        { name: "Version id", code: version.id },
      ],
      page: { kind: "offer", id: version.offerId },
    }),
  );
}

export async function seeApprovals({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select()
    .from(approval)
    .where(and(eq(approval.operatorId, actor.operator), among(approval.id, ids)));
  return seenById(
    rows,
    ({ id }) => id,
    (row) => ({
      title: row.summary,
      subtitle: row.decidedByName === null ? "Approval" : `Decided by ${row.decidedByName}`,
      status: row.status,
      at: row.decidedAt ?? row.requestedAt,
      facts: [
        { name: "Asked by", text: row.requestedByName },
        ...moment("Asked", row.requestedAt),
        ...words("Because", row.reason),
        ...words("Decided by", row.decidedByName),
        ...moment("Decided", row.decidedAt),
        ...words("Comment", row.comment),
        { name: "Holds for", code: row.subjectDigest },
      ],
      page: { kind: "approval", id: row.id },
    }),
  );
}

export async function seeQuotes({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ version: quoteVersion, number: quote.number, customer: customer.name, by: quote.createdByName })
    .from(quoteVersion)
    .innerJoin(quote, and(eq(quote.operatorId, quoteVersion.operatorId), eq(quote.id, quoteVersion.quoteId)))
    .leftJoin(customer, and(eq(customer.operatorId, quote.operatorId), eq(customer.id, quote.customerId)))
    .where(and(eq(quoteVersion.operatorId, actor.operator), among(quoteVersion.id, ids)));
  return seenById(
    rows,
    ({ version }) => version.id,
    ({ version, ...row }) => ({
      title: row.number,
      subtitle: `Quote, version ${version.number}`,
      status: version.status,
      at: version.acceptedAt,
      facts: [
        ...words("Customer", row.customer),
        { name: "Version", text: String(version.number) },
        { name: "Made by", text: row.by },
        ...moment("Approved", version.approvedAt),
        ...moment("Accepted", version.acceptedAt),
        ...words("Accepted by", version.acceptedByName),
        ...(version.digest === null ? [] : [{ name: "Digest", code: version.digest }]),
      ],
      page: { kind: "quote", id: version.quoteId },
    }),
  );
}

export async function seeOrders({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ order, customer: customer.name })
    .from(order)
    .leftJoin(customer, and(eq(customer.operatorId, order.operatorId), eq(customer.id, order.customerId)))
    .where(and(eq(order.operatorId, actor.operator), among(order.id, ids)));
  return seenById(
    rows,
    (row) => row.order.id,
    ({ order: { id, number, offerName, status, placedAt, completedAt, termMonths }, ...row }) => ({
      title: number,
      subtitle: row.customer ?? offerName,
      status,
      at: placedAt,
      facts: [
        ...words("Customer", row.customer),
        { name: "Offer", text: offerName },
        ...moment("Placed", placedAt),
        ...moment("Completed", completedAt),
        { name: "Term", text: `${termMonths} months` },
      ],
      page: { kind: "order", id },
    }),
  );
}

export async function seeOrderItems({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ item: orderItem, supplier: supplier.name, subscription: subscription.number })
    .from(orderItem)
    .leftJoin(
      supplier,
      and(eq(supplier.operatorId, orderItem.operatorId), eq(supplier.id, orderItem.supplierId)),
    )
    .leftJoin(
      subscription,
      and(eq(subscription.operatorId, orderItem.operatorId), eq(subscription.orderId, orderItem.orderId)),
    )
    .where(and(eq(orderItem.operatorId, actor.operator), among(orderItem.id, ids)));
  return seenById(
    rows,
    ({ item }) => item.id,
    ({ item, ...row }) => ({
      title: item.name,
      subtitle: `Ordered: ${short(item.quantity)} ${item.unit}`,
      status: item.status,
      at: item.completedAt,
      facts: [
        { name: "SKU", text: item.sku },
        { name: "Quantity", text: `${short(item.quantity)} ${item.unit}` },
        ...words("Supplier", row.supplier),
        ...words("Subscription", row.subscription),
        ...moment("Delivered", item.completedAt),
      ],
      page: { kind: "order", id: item.orderId },
    }),
  );
}

export async function seeSubscriptions({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ subscription, customer: customer.name, items: db.$count(subscriptionItem, itemsOf) })
    .from(subscription)
    .leftJoin(
      customer,
      and(eq(customer.operatorId, subscription.operatorId), eq(customer.id, subscription.customerId)),
    )
    .where(and(eq(subscription.operatorId, actor.operator), among(subscription.id, ids)));
  return seenById(
    rows,
    (row) => row.subscription.id,
    ({ subscription: { id, number, offerName, status, billableFrom, termEndsAt }, ...row }) => ({
      title: number,
      subtitle: `Subscription to ${offerName}`,
      status,
      at: billableFrom,
      facts: [
        ...words("Customer", row.customer),
        { name: "Items", text: String(row.items) },
        ...moment("Charged from", billableFrom),
        ...moment("Term ends", termEndsAt),
      ],
      page: { kind: "subscription", id },
    }),
  );
}

const itemsOf = and(
  eq(subscriptionItem.operatorId, subscription.operatorId),
  eq(subscriptionItem.subscriptionId, subscription.id),
);

export function moment(name: string, at: Date | null): readonly Fact[] {
  return at === null ? [] : [{ name, at }];
}

export function words(name: string, text: string | null): readonly Fact[] {
  return text === null || text === "" ? [] : [{ name, text }];
}

/** Postgres pads a numeric to its scale; 1.000000000000000 is 1. */
export function short(numeric: string): string {
  return decimalToText(decimal(numeric));
}
