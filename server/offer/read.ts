import { and, asc, desc, eq } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { offer, offerComponent, offerVersion, product, productItem, rehearsal } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id, PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { OfferedComponent, OfferedContent } from "./rules/draft";
import type { OfferStatus } from "./rules/vocabulary";

const ours = (table: { operatorId: AnyPgColumn }, { actor }: Scope) => eq(table.operatorId, actor.operator);

export async function readProduct(scope: Scope, id: Id<"product">) {
  const [found] = await scope.db
    .select()
    .from(product)
    .where(and(ours(product, scope), eq(product.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such product.");
  return found;
}

export async function findProduct(
  scope: Scope,
  { supplierId, name, family }: { supplierId: PartyId; name: string; family: string },
) {
  const same = and(eq(product.supplierId, supplierId), eq(product.name, name), eq(product.family, family));
  const [found] = await scope.db
    .select()
    .from(product)
    .where(and(ours(product, scope), same));
  return found;
}

export async function holdItem(scope: Scope, id: Id<"item">) {
  const [held] = await scope.db
    .select()
    .from(productItem)
    .where(and(ours(productItem, scope), eq(productItem.id, id)))
    .for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such item.");
  return held;
}

export async function readOffer(scope: Scope, id: Id<"offer">) {
  const [found] = await scope.db
    .select()
    .from(offer)
    .where(and(ours(offer, scope), eq(offer.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such offer.");
  return found;
}

export type OfferVersionRow = typeof offerVersion.$inferSelect;

/** A version, held until the transaction ends so that two people cannot move it at once. */
export async function holdVersion(scope: Scope, id: Id<"offerVersion">): Promise<OfferVersionRow> {
  const [held] = await scope.db
    .select()
    .from(offerVersion)
    .where(and(ours(offerVersion, scope), eq(offerVersion.id, id)))
    .for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such version of an offer.");
  return held;
}

/** All versions of an offer that the asker may know, newest first. */
export async function readVersions(scope: Scope, offerId: Id<"offer">): Promise<readonly OfferVersionRow[]> {
  return scope.db
    .select()
    .from(offerVersion)
    .where(and(ours(offerVersion, scope), eq(offerVersion.offerId, offerId)))
    .orderBy(desc(offerVersion.number));
}

export type OfferedVersion = OfferedContent & {
  readonly code: string;
  readonly name: string;
  readonly summary: string;
  readonly status: OfferStatus;
  readonly submittedBy: Id<"user"> | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
};

/** One version with its components, in their order. */
export async function readVersion(scope: Scope, id: Id<"offerVersion">): Promise<OfferedVersion> {
  const [found] = await scope.db
    .select({ version: offerVersion, offer })
    .from(offerVersion)
    .innerJoin(offer, and(eq(offer.operatorId, offerVersion.operatorId), eq(offer.id, offerVersion.offerId)))
    .where(and(ours(offerVersion, scope), eq(offerVersion.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such version of an offer.");
  const { number, status, termMonths, submittedBy, createdAt, publishedAt } = found.version;
  const { code, name, summary, family } = found.offer;
  const components = await readComponents(scope, id);
  return {
    ...{ offerId: found.offer.id, versionId: id, code, name, summary, family },
    ...{ number, status, termMonths, submittedBy, createdAt, publishedAt, components },
  };
}

/** What an offer sells at this moment. */
export async function readPublishedOffer(scope: Scope, offerId: Id<"offer">): Promise<OfferedVersion> {
  const [found] = await scope.db
    .select({ id: offerVersion.id })
    .from(offerVersion)
    .where(
      and(ours(offerVersion, scope), eq(offerVersion.offerId, offerId), eq(offerVersion.status, "published")),
    );
  if (!found) throw new Refusal("NOT_FOUND", "There is no such offer on sale.");
  return readVersion(scope, found.id);
}

export async function readComponents(
  scope: Scope,
  versionId: Id<"offerVersion">,
): Promise<readonly OfferedComponent[]> {
  const rows = await scope.db
    .select({ component: offerComponent, item: productItem })
    .from(offerComponent)
    .innerJoin(
      productItem,
      and(eq(productItem.operatorId, offerComponent.operatorId), eq(productItem.id, offerComponent.itemId)),
    )
    .where(and(ours(offerComponent, scope), eq(offerComponent.offerVersionId, versionId)))
    .orderBy(asc(offerComponent.position), asc(offerComponent.id));
  return rows.map(({ component, item }) => {
    const { productId, supplierId, sku, name, unit, charge, meterId, taxClass, recipe } = item;
    return {
      ...{ componentId: component.id, position: component.position, itemId: item.id },
      quantityMin: shortest(component.quantityMin),
      quantityMax: component.quantityMax === null ? null : shortest(component.quantityMax),
      quantityDefault: shortest(component.quantityDefault),
      ...{ productId, supplierId, sku, name, unit, charge, meterId, taxClass, recipe },
    };
  });
}

export type Rehearsed = typeof rehearsal.$inferSelect;

/** The latest rehearsal of a version; null while there was none. */
export async function readRehearsal(scope: Scope, versionId: Id<"offerVersion">): Promise<Rehearsed | null> {
  const [found] = await scope.db
    .select()
    .from(rehearsal)
    .where(and(ours(rehearsal, scope), eq(rehearsal.offerVersionId, versionId)))
    .orderBy(desc(rehearsal.rehearsedAt), desc(rehearsal.id))
    .limit(1);
  return found ?? null;
}

/** Postgres pads a numeric to its scale; 1.000000000000000 is 1. */
function shortest(numeric: string): string {
  return decimalToText(decimal(numeric));
}
