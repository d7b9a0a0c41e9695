import { and, eq } from "drizzle-orm";
import { price, priceList, priceVersion } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { readParty } from "@/server/party/read";
import type { NewPriceList, PriceListRef, PriceRemoval, PriceSetting } from "./price-input";
import {
  findPriceList,
  holdPriceVersions,
  type PriceVersionRow,
  pinnedOf,
  readPriceList,
  readPricesOf,
  readPriceVersion,
} from "./price-read";
import { holdItem } from "./read";
import { readPrice } from "./rules/price/shape";

/**
 * Opens the list of one route of prices, empty. Who sells to whom, for whom and in what currency names it.
 */
export async function openPriceList(scope: Scope, opened: NewPriceList): Promise<Id<"priceList">> {
  const { actor, now, db } = scope;
  const route = { ...opened, readerId: await readerOf(scope, opened) };
  const there = await findPriceList(scope, route);
  if (there?.name === opened.name) return there.id;
  if (there)
    throw new Refusal("CONFLICT", `“${there.name}” already holds these prices in ${opened.currency}.`);
  const id = newId("priceList", now);
  await db.insert(priceList).values({ operatorId: actor.operator, id, ...route, createdAt: now });
  await record(scope, {
    code: "price.list.opened",
    summary: `The price list “${opened.name}” was opened`,
    object: { kind: "price_list", id },
    after: route,
  });
  return id;
}

/**
 * Begins the next version of a list, with the newest prices to start from. A list has one draft at a time.
 */
export async function draftPriceVersion(
  scope: Scope,
  { priceListId }: PriceListRef,
): Promise<Id<"priceVersion">> {
  const { actor, now, db } = scope;
  const list = await readPriceList(scope, priceListId);
  const [newest, ...older] = await holdPriceVersions(scope, priceListId);
  const draft = [newest, ...older].find((version) => version?.status === "draft");
  if (draft) return draft.id;
  const id = newId("priceVersion", now);
  const number = (newest?.number ?? 0) + 1;
  const { operator: operatorId } = actor;
  const parties = { sellerId: list.sellerId, readerId: list.readerId };
  const row = { operatorId, id, priceListId, number, status: "draft" as const, ...parties, createdAt: now };
  await db.insert(priceVersion).values(row);
  const copied = newest ? await readPricesOf(scope, newest.id) : [];
  if (copied.length > 0) {
    const rows = copied.map(({ itemId, ...each }) => ({ itemId, ...pinnedOf(each) }));
    await db
      .insert(price)
      .values(rows.map((each) => ({ operatorId, priceVersionId: id, ...parties, ...each })));
  }
  await record(scope, {
    code: "price.version.drafted",
    summary: `Version ${number} of “${list.name}” was begun`,
    object: { kind: "price_list", id: priceListId },
    after: { versionId: id, number, copied: copied.length },
  });
  return id;
}

/** Sets what one item costs in a draft. */
export async function setPrice(scope: Scope, { versionId, itemId, ...written }: PriceSetting): Promise<void> {
  const version = await holdPriceDraft(scope, versionId);
  const item = await holdItem(scope, itemId);
  const list = await readPriceList(scope, version.priceListId);
  if (list.audience === "cost" && item.supplierId !== list.sellerId) {
    throw new Refusal(
      "INVALID",
      `“${item.name}” comes from another supplier: set its cost in that one's list.`,
    );
  }
  const set = readPrice(written);
  const before = (await readPricesOf(scope, versionId)).find((each) => each.itemId === itemId);
  const { sellerId, readerId } = version;
  const key = { operatorId: scope.actor.operator, priceVersionId: versionId, itemId };
  await scope.db
    .insert(price)
    .values({ ...key, sellerId, readerId, ...set })
    .onConflictDoUpdate({ target: [price.operatorId, price.priceVersionId, price.itemId], set });
  const object = { kind: "price_list", id: version.priceListId };
  const summary = `The price of “${item.name}” was set in version ${version.number} of “${list.name}”`;
  await record(scope, {
    code: "price.price.set",
    summary,
    object,
    before: before && pinnedOf(before),
    after: set,
  });
}

export async function removePrice(scope: Scope, { versionId, itemId }: PriceRemoval): Promise<void> {
  const version = await holdPriceDraft(scope, versionId);
  const before = (await readPricesOf(scope, versionId)).find((each) => each.itemId === itemId);
  if (!before) return;
  const mine = and(eq(price.operatorId, scope.actor.operator), eq(price.priceVersionId, versionId));
  await scope.db.delete(price).where(and(mine, eq(price.itemId, itemId)));
  await record(scope, {
    code: "price.price.removed",
    summary: `The price of “${before.name}” was taken out of version ${version.number}`,
    object: { kind: "price_list", id: version.priceListId },
    before: pinnedOf(before),
  });
}

/** Who besides the seller may know a list: always the operator for costs, always the buyer for wholesale. */
async function readerOf(
  scope: Scope,
  { audience, sellerId, readerId }: NewPriceList,
): Promise<PartyId | null> {
  const seller = await readParty(scope, sellerId);
  const operator = scope.actor.operator as string as PartyId;
  if (audience === "cost") {
    if (readerId !== null && readerId !== operator) {
      throw new Refusal("INVALID", "A cost list is between a supplier and the operator.");
    }
    return operator;
  }
  if (seller.kind === "supplier" || seller.kind === "customer") {
    throw new Refusal("INVALID", `${seller.name} has no ${audience} prices: it does not sell on.`);
  }
  if (readerId === sellerId || readerId === null) {
    if (audience === "retail") return null;
    throw new Refusal("INVALID", "A wholesale list is for a buyer: name the one it is for.");
  }
  await readParty(scope, readerId);
  return readerId;
}

async function holdPriceDraft(scope: Scope, id: Id<"priceVersion">): Promise<PriceVersionRow> {
  const found = await readPriceVersion(scope, id);
  const held = (await holdPriceVersions(scope, found.priceListId)).find((version) => version.id === id);
  if (held?.status === "draft") return held;
  throw new Refusal("CONFLICT", "Prices that are in force, or planned, do not change. Begin a new version.");
}
