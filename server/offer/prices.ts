import { and, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { price, priceList, priceVersion, productItem } from "@/db/schema/offer";
import { elevated, type Scope } from "@/server/access/scope";
import type { Id, PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { Refusal } from "@/server/core/refusal";
import type { Chain } from "@/server/party/chain";
import { planLegs } from "@/server/party/rules/chain";
import { pinnedOf } from "./price-read";
import { type PriceRoute, priceRoutes } from "./rules/route";
import type { PinnedPrice } from "./rules/vocabulary";

export type PriceOfSale = {
  readonly priceVersionId: Id<"priceVersion">;
  readonly price: PinnedPrice;
  readonly currency: Currency;
};

/**
 * What one item costs along a chain: by the number of the sale, 0 the supplier's and the last one the
 * customer's.
 */
export type ItemPrices = {
  readonly itemId: Id<"item">;
  readonly name: string;
  readonly supplierId: PartyId;
  readonly sales: ReadonlyMap<number, PriceOfSale>;
};

/** A sale of a chain that nobody has set a price for. */
export type PriceGap = PriceRoute & { readonly itemId: Id<"item">; readonly name: string };

export type PriceQuestion = {
  readonly chain: Chain;
  readonly itemIds: readonly Id<"item">[];
  readonly at: Date;
};

/**
 * Every price of these items along a chain, in force at an instant, in the currency of the deal. It knows all
 * tiers' prices: it is for deciding, and what comes of it is written to legs that each show themselves to
 * their own parties.
 */
export async function readPrices(
  scope: Scope,
  question: PriceQuestion,
): Promise<ReadonlyMap<Id<"item">, ItemPrices>> {
  const { items, gaps } = await findPrices(scope, question);
  const [gap] = gaps;
  if (gap) {
    const { currency } = question.chain;
    throw new Refusal(
      "CONFLICT",
      `“${gap.name}” cannot be sold on this route yet: a price in ${currency} is missing.`,
    );
  }
  return items;
}

/** The same, with what is missing told apart instead of refused. */
export async function findPrices(scope: Scope, { chain, itemIds, at }: PriceQuestion) {
  return elevated(scope, async (wide) => {
    const items = await readItems(wide, itemIds);
    const plans = items.map((item) => ({
      item,
      routes: priceRoutes(planLegs(chain.links, item.supplierId), chain.partnerId),
    }));
    const sellers = new Set(plans.flatMap(({ routes }) => routes.map(({ sellerId }) => sellerId)));
    const listed = await readListed(wide, { itemIds, at, currency: chain.currency, sellers: [...sellers] });
    const gaps: PriceGap[] = [];
    const found = new Map<Id<"item">, ItemPrices>();
    for (const { item, routes } of plans) {
      const sales = new Map<number, PriceOfSale>();
      for (const route of routes) {
        const best = bestOf(listed, item.id, route);
        if (best) sales.set(route.number, best);
        else gaps.push({ ...route, itemId: item.id, name: item.name });
      }
      found.set(item.id, { itemId: item.id, name: item.name, supplierId: item.supplierId, sales });
    }
    return { items: found as ReadonlyMap<Id<"item">, ItemPrices>, gaps: gaps as readonly PriceGap[] };
  });
}

async function readItems({ db, actor }: Scope, itemIds: readonly Id<"item">[]) {
  const rows = await db
    .select({ id: productItem.id, name: productItem.name, supplierId: productItem.supplierId })
    .from(productItem)
    .where(and(eq(productItem.operatorId, actor.operator), inArray(productItem.id, [...itemIds])));
  if (rows.length !== new Set(itemIds).size) throw new Refusal("NOT_FOUND", "There is no such item.");
  return rows;
}

type Wanted = {
  readonly itemIds: readonly Id<"item">[];
  readonly at: Date;
  readonly currency: Currency;
  readonly sellers: readonly PartyId[];
};

async function readListed({ db, actor }: Scope, { itemIds, at, currency, sellers }: Wanted) {
  const inForce = and(
    ne(priceVersion.status, "draft"),
    lte(priceVersion.validFrom, at),
    or(isNull(priceVersion.validTo), gt(priceVersion.validTo, at)),
  );
  return db
    .select({
      ...{ itemId: price.itemId, priceVersionId: price.priceVersionId, audience: priceList.audience },
      ...{ sellerId: priceList.sellerId, readerId: priceList.readerId, currency: priceList.currency },
      ...{ model: price.model, unitPrice: price.unitPrice, tiers: price.tiers },
    })
    .from(priceList)
    .innerJoin(
      priceVersion,
      and(eq(priceVersion.operatorId, priceList.operatorId), eq(priceVersion.priceListId, priceList.id)),
    )
    .innerJoin(
      price,
      and(eq(price.operatorId, priceVersion.operatorId), eq(price.priceVersionId, priceVersion.id)),
    )
    .where(
      and(
        eq(priceList.operatorId, actor.operator),
        eq(priceList.currency, currency),
        inArray(priceList.sellerId, [...sellers]),
        inArray(price.itemId, [...itemIds]),
        inForce,
      ),
    );
}

function bestOf(
  listed: Awaited<ReturnType<typeof readListed>>,
  itemId: Id<"item">,
  { audience, sellerId, readerIds }: PriceRoute,
): PriceOfSale | undefined {
  const fitting = listed.filter(
    (row) => row.itemId === itemId && row.audience === audience && row.sellerId === sellerId,
  );
  const row = readerIds.map((reader) => fitting.find((each) => each.readerId === reader)).find(Boolean);
  if (!row?.currency) return undefined;
  return { priceVersionId: row.priceVersionId, price: pinnedOf(row), currency: row.currency };
}
