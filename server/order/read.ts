import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { order, orderItem, orderLeg } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import { quote, quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id, PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import { readChainParties } from "@/server/quote/read/contents";
import type { OrderList } from "./input";
import type { OrderStatus } from "./rules/vocabulary";

const partner = alias(party, "partner");
const customer = alias(party, "customer");
const marketplace = alias(party, "marketplace");
const isPartner = and(eq(partner.operatorId, order.operatorId), eq(partner.id, order.partnerId));
const isCustomer = and(eq(customer.operatorId, order.operatorId), eq(customer.id, order.customerId));

/**
 * An order as the asker may know it: everybody above sees where it stands, each sees the legs that are its
 * own.
 */
export async function readOrder(scope: Scope, id: Id<"order">) {
  const { chain, ...head } = await readHead(scope, id);
  return {
    ...head,
    items: await readItems(scope, id),
    chain: chain.edges.map(({ parentId, childId, model }) => ({ parentId, childId, model })),
    parties: await readChainParties(scope, chain),
  };
}

export type OrderSeen = Awaited<ReturnType<typeof readOrder>>;
export type OrderItemSeen = OrderSeen["items"][number];

async function readHead({ db, actor }: Scope, id: Id<"order">) {
  const [found] = await db
    .select({
      ...{ id: order.id, number: order.number, status: order.status, offerName: order.offerName },
      ...{
        placedAt: order.placedAt,
        completedAt: order.completedAt,
        family: order.family,
        chain: order.chain,
      },
      ...{ currency: order.currency, timeZone: order.timeZone, termMonths: order.termMonths },
      partner: { id: partner.id, name: partner.name },
      customer: { id: customer.id, name: customer.name },
      marketplace: { id: marketplace.id, name: marketplace.name },
      quote: {
        id: quote.id,
        number: quote.number,
        versionId: quoteVersion.id,
        versionNumber: quoteVersion.number,
        acceptedAt: quoteVersion.acceptedAt,
      },
    })
    .from(order)
    .innerJoin(partner, isPartner)
    .innerJoin(customer, isCustomer)
    .leftJoin(
      marketplace,
      and(eq(marketplace.operatorId, order.operatorId), eq(marketplace.id, order.marketplaceId)),
    )
    .innerJoin(
      quoteVersion,
      and(eq(quoteVersion.operatorId, order.operatorId), eq(quoteVersion.id, order.quoteVersionId)),
    )
    .innerJoin(quote, and(eq(quote.operatorId, order.operatorId), eq(quote.id, quoteVersion.quoteId)))
    .where(and(eq(order.operatorId, actor.operator), eq(order.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such order.");
  return found;
}

const supplier = alias(party, "supplier");

/** The items in their order, each with the legs that the asker may see. */
async function readItems({ db, actor }: Scope, id: Id<"order">) {
  const items = await db
    .select({ item: orderItem, supplierName: supplier.name })
    .from(orderItem)
    .innerJoin(
      supplier,
      and(eq(supplier.operatorId, orderItem.operatorId), eq(supplier.id, orderItem.supplierId)),
    )
    .where(and(eq(orderItem.operatorId, actor.operator), eq(orderItem.orderId, id)))
    .orderBy(asc(orderItem.position));
  const legs = await db
    .select()
    .from(orderLeg)
    .where(and(eq(orderLeg.operatorId, actor.operator), eq(orderLeg.orderId, id)))
    .orderBy(asc(orderLeg.number));
  return items.map(({ item, supplierName }) => {
    const { position, sku, name, unit, charge, status, completedAt, supplierId } = item;
    return {
      ...{ id: item.id, position, sku, name, unit, charge, status, completedAt, supplierId, supplierName },
      quantity: decimalToText(decimal(item.quantity)),
      legs: legs.filter(({ orderItemId }) => orderItemId === item.id),
    };
  });
}

/** The order that a quote version became; null until it is placed, or when it is not the asker's to know. */
export async function findOrderOfQuote({ db, actor }: Scope, quoteVersionId: Id<"quoteVersion">) {
  const [found] = await db
    .select({ id: order.id, number: order.number, status: order.status, placedAt: order.placedAt })
    .from(order)
    .where(and(eq(order.operatorId, actor.operator), eq(order.quoteVersionId, quoteVersionId)));
  return found ?? null;
}

const listed = {
  ...{ id: order.id, number: order.number, status: order.status, offerName: order.offerName },
  ...{ placedAt: order.placedAt, completedAt: order.completedAt, timeZone: order.timeZone },
  ...{ partnerId: order.partnerId, partnerName: partner.name },
  ...{ customerId: order.customerId, customerName: customer.name },
  itemsDone: sql<number>`(select count(*) filter (where each.status = 'completed')::int from ${orderItem} each
    where each.operator_id = ${order.operatorId} and each.order_id = ${order.id})`,
  items: sql<number>`(select count(*)::int from ${orderItem} each
    where each.operator_id = ${order.operatorId} and each.order_id = ${order.id})`,
  total: sql<number>`count(*) over ()::int`,
};

const sorts = {
  placedAt: order.placedAt,
  number: order.number,
  customer: customer.name,
  partner: partner.name,
  offer: order.offerName,
  status: order.status,
  completedAt: order.completedAt,
} as const;

type Row = Awaited<ReturnType<typeof readRows>>[number];
export type OrderListed = Omit<Row, "total">;

/** The orders of the asker and of whoever stands below. */
export async function listOrders(scope: Scope, input: OrderList): Promise<Page<OrderListed>> {
  const rows = await readRows(scope, input);
  if (rows.length === 0 && input.page > 1) {
    const [first] = await readRows(scope, { ...input, page: 1, size: 1 });
    return { rows: [], total: first?.total ?? 0 };
  }
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

function readRows({ db, actor }: Scope, input: OrderList) {
  const way = input.dir === "desc" ? desc : asc;
  return db
    .select(listed)
    .from(order)
    .innerJoin(partner, isPartner)
    .innerJoin(customer, isCustomer)
    .where(and(eq(order.operatorId, actor.operator), ...narrowed(input)))
    .orderBy(way(sorts[input.sort]), desc(order.id))
    .limit(input.size)
    .offset(offsetOf(input));
}

function narrowed({ q, filters }: OrderList): readonly (SQL | undefined)[] {
  const { status = [], partner: partners = [], customer: customers = [] } = filters;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const looked = [order.number, customer.name, partner.name, order.offerName];
  return [
    q ? or(...looked.map((text) => ilike(text, like))) : undefined,
    status.length > 0 ? inArray(order.status, status as OrderStatus[]) : undefined,
    partners.length > 0 ? inArray(order.partnerId, partners as PartyId[]) : undefined,
    customers.length > 0 ? inArray(order.customerId, customers as PartyId[]) : undefined,
  ];
}
