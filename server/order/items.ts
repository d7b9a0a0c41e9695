import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { orderItem, orderLeg } from "@/db/schema/order";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import { offsetOf, type Page } from "@/server/core/list";
import type { ItemList } from "./input";
import type { OrderItemStatus } from "./rules/vocabulary";

const columns = {
  ...{ id: orderItem.id, name: orderItem.name, sku: orderItem.sku, unit: orderItem.unit },
  ...{ charge: orderItem.charge, quantity: orderItem.quantity },
  ...{ status: orderItem.status, completedAt: orderItem.completedAt },
  ...{ price: orderLeg.price, currency: orderLeg.currency },
  total: sql<number>`count(*) over ()::int`,
};

const sorts = {
  newest: orderItem.id,
  name: orderItem.name,
  status: orderItem.status,
  completedAt: orderItem.completedAt,
} as const;

/** What the asking party delivers, with the price it is paid: leg 0, if it may know it. */
export async function listItems(scope: Scope, input: ItemList) {
  const rows = await readRows(scope, input);
  const [first] =
    rows.length === 0 && input.page > 1 ? await readRows(scope, { ...input, page: 1, size: 1 }) : rows;
  const seen = rows.map(({ total: _total, ...row }) => ({
    ...row,
    quantity: decimalToText(decimal(row.quantity)),
  }));
  return { rows: seen, total: first?.total ?? 0 } satisfies Page<unknown>;
}

export type ItemListed = Awaited<ReturnType<typeof listItems>>["rows"][number];

function readRows({ db, actor }: Scope, input: ItemList) {
  const way = input.dir === "desc" ? desc : asc;
  const cost = and(
    eq(orderLeg.operatorId, orderItem.operatorId),
    eq(orderLeg.orderItemId, orderItem.id),
    eq(orderLeg.number, 0),
  );
  return db
    .select(columns)
    .from(orderItem)
    .leftJoin(orderLeg, cost)
    .where(
      and(
        eq(orderItem.operatorId, actor.operator),
        eq(orderItem.supplierId, actor.party),
        ...narrowed(input),
      ),
    )
    .orderBy(way(sorts[input.sort]), desc(orderItem.id))
    .limit(input.size)
    .offset(offsetOf(input));
}

function narrowed({ q, filters: { status = [] } }: ItemList): readonly (SQL | undefined)[] {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return [
    q ? or(ilike(orderItem.name, like), ilike(orderItem.sku, like)) : undefined,
    status.length > 0 ? inArray(orderItem.status, status as OrderItemStatus[]) : undefined,
  ];
}
