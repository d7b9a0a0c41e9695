import { and, asc, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { price, priceList, priceVersion } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { readApprovalsOf } from "@/server/approval/read";
import type { Id } from "@/server/core/ids";
import { readCalendar } from "@/server/party/effective";
import { pinnedOf } from "./price-read";
import { readOffer, readRehearsal, readVersion, readVersions } from "./read";
import { digestOfOffer } from "./rules/draft";

/** An offer with all its versions that the asker may know, newest first. */
export async function readOfferPage(scope: Scope, offerId: Id<"offer">) {
  const found = await readOffer(scope, offerId);
  const versions = await readVersions(scope, offerId);
  const calendar = await readCalendar(scope);
  return { ...found, calendar, versions: versions.map(({ operatorId: _, ...version }) => version) };
}

export type OfferPage = Awaited<ReturnType<typeof readOfferPage>>;

/**
 * One version as its page shows it: what is in it, who delivers it, and how far it is on its way to being
 * sold.
 */
export async function readVersionPage(scope: Scope, versionId: Id<"offerVersion">) {
  const version = await readVersion(scope, versionId);
  const suppliers = await readNames(
    scope,
    version.components.map(({ supplierId }) => supplierId),
  );
  const components = version.components.map((each) => ({
    ...each,
    supplierName: suppliers.get(each.supplierId) ?? "",
  }));
  const { submittedBy, ...shown } = version;
  return { ...shown, components, review: isOperator(scope.actor) ? await readReview(scope, version) : null };
}

export type VersionPage = Awaited<ReturnType<typeof readVersionPage>>;

async function readReview(scope: Scope, version: Awaited<ReturnType<typeof readVersion>>) {
  const rehearsed = await readRehearsal(scope, version.versionId);
  const [approval] = await readApprovalsOf(scope, "offer_version", [version.versionId]);
  const digest = digestOfOffer(version);
  return {
    rehearsal: rehearsed && {
      ...{ passed: rehearsed.passed === "yes", findings: rehearsed.findings, at: rehearsed.rehearsedAt },
      isCurrent: rehearsed.digest === digest,
    },
    approval: approval ?? null,
    /** Whether it was this person who handed it in, and so somebody else has to publish it. */
    isOwn: version.submittedBy !== null && version.submittedBy === scope.actor.user,
  };
}

/** The prices of these items that the asker may know, in force at this moment, with whose they are. */
export async function readKnownPrices(scope: Scope, versionId: Id<"offerVersion">) {
  const { db, actor, now } = scope;
  const { components } = await readVersion(scope, versionId);
  const itemIds = components.map(({ itemId }) => itemId);
  if (itemIds.length === 0) return [];
  const inForce = and(
    ne(priceVersion.status, "draft"),
    lte(priceVersion.validFrom, now),
    or(isNull(priceVersion.validTo), gt(priceVersion.validTo, now)),
  );
  const ofPrice = price.operatorId;
  const rows = await db
    .select({
      ...{ itemId: price.itemId, model: price.model, unitPrice: price.unitPrice, tiers: price.tiers },
      ...{ listId: priceList.id, listName: priceList.name, audience: priceList.audience },
      ...{ currency: priceList.currency, sellerId: priceList.sellerId, readerName: party.name },
    })
    .from(price)
    .innerJoin(
      priceVersion,
      and(eq(priceVersion.operatorId, ofPrice), eq(priceVersion.id, price.priceVersionId)),
    )
    .innerJoin(priceList, and(eq(priceList.operatorId, ofPrice), eq(priceList.id, priceVersion.priceListId)))
    .leftJoin(party, and(eq(party.operatorId, ofPrice), eq(party.id, priceList.readerId)))
    .where(and(eq(ofPrice, actor.operator), inArray(price.itemId, itemIds), inForce))
    .orderBy(asc(priceList.audience), asc(priceList.name));
  return rows.map(({ model, unitPrice, tiers, ...row }) => ({
    ...row,
    price: pinnedOf({ model, unitPrice, tiers }),
  }));
}

export type KnownPrice = Awaited<ReturnType<typeof readKnownPrices>>[number];

export async function readNames(
  { db, actor }: Scope,
  ids: readonly (typeof party.$inferSelect.id)[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: party.id, name: party.name })
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), inArray(party.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
