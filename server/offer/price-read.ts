import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { price, priceList, priceVersion, productItem } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { NewPriceList } from "./price-input";
import type { PinnedPrice } from "./rules/vocabulary";

const ours = (table: { operatorId: AnyPgColumn }, { actor }: Scope) => eq(table.operatorId, actor.operator);

export type PriceListRow = typeof priceList.$inferSelect;
export type PriceVersionRow = typeof priceVersion.$inferSelect;

export async function readPriceList(scope: Scope, id: Id<"priceList">): Promise<PriceListRow> {
  const [found] = await scope.db
    .select()
    .from(priceList)
    .where(and(ours(priceList, scope), eq(priceList.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such price list.");
  return found;
}

/** The list of a route, if there is one: seller, reader, audience and currency name it. */
export async function findPriceList(
  scope: Scope,
  { sellerId, readerId, audience, currency }: Omit<NewPriceList, "name">,
): Promise<PriceListRow | undefined> {
  const reader = readerId === null ? isNull(priceList.readerId) : eq(priceList.readerId, readerId);
  const route = and(eq(priceList.sellerId, sellerId), reader, eq(priceList.audience, audience));
  const [found] = await scope.db
    .select()
    .from(priceList)
    .where(and(ours(priceList, scope), route, eq(priceList.currency, currency)));
  return found;
}

/**
 * The versions of a list, newest first, held until the transaction ends: two people cannot plan its time at
 * once.
 */
export async function holdPriceVersions(
  scope: Scope,
  priceListId: Id<"priceList">,
): Promise<readonly PriceVersionRow[]> {
  const mine = and(ours(priceList, scope), eq(priceList.id, priceListId));
  await scope.db.select({ id: priceList.id }).from(priceList).where(mine).for("update");
  return readPriceVersions(scope, priceListId);
}

export async function readPriceVersions(
  scope: Scope,
  priceListId: Id<"priceList">,
): Promise<readonly PriceVersionRow[]> {
  return scope.db
    .select()
    .from(priceVersion)
    .where(and(ours(priceVersion, scope), eq(priceVersion.priceListId, priceListId)))
    .orderBy(desc(priceVersion.number));
}

export async function readPriceVersion(scope: Scope, id: Id<"priceVersion">): Promise<PriceVersionRow> {
  const [found] = await scope.db
    .select()
    .from(priceVersion)
    .where(and(ours(priceVersion, scope), eq(priceVersion.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such version of a price list.");
  return found;
}

export type ListedPrice = PinnedPrice & {
  readonly itemId: Id<"item">;
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly charge: typeof productItem.$inferSelect.charge;
};

/** Every price of one version, by item. */
export async function readPricesOf(
  scope: Scope,
  versionId: Id<"priceVersion">,
): Promise<readonly ListedPrice[]> {
  const rows = await scope.db
    .select({ price, item: productItem })
    .from(price)
    .innerJoin(
      productItem,
      and(eq(productItem.operatorId, price.operatorId), eq(productItem.id, price.itemId)),
    )
    .where(and(ours(price, scope), eq(price.priceVersionId, versionId)))
    .orderBy(asc(productItem.name), asc(productItem.id));
  return rows.map(({ price: row, item }) => {
    const { sku, name, unit, charge } = item;
    return { itemId: row.itemId, sku, name, unit, charge, ...pinnedOf(row) };
  });
}

/** A price as documents pin it, in its shortest exact form. */
export function pinnedOf({ model, unitPrice, tiers }: PinnedPrice): PinnedPrice {
  return { model, unitPrice: unitPrice === null ? null : decimalToText(decimal(unitPrice)), tiers };
}
