import { and, asc, desc, eq, gt, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { meter, offer, offerVersion, product, productItem } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import type { ItemList, OfferList } from "./input";
import type { ChargeKind, OfferStatus } from "./rules/vocabulary";

const later = alias(offerVersion, "later");
const whole = sql<number>`count(*) over ()::int`;

const offerSorts = {
  name: offer.name,
  code: offer.code,
  family: offer.family,
  status: offerVersion.status,
  publishedAt: offer.publishedAt,
} as const;

export type OfferListed = Omit<Awaited<ReturnType<typeof readOffers>>[number], "total">;

/**
 * The offers that the asker may know, each by its newest version they may know: partners see what was
 * published.
 */
export async function listOffers(scope: Scope, input: OfferList): Promise<Page<OfferListed>> {
  const rows = await readOffers(scope, input);
  const counted = rows[0] ?? (await readOffers(scope, { ...input, page: 1, size: 1 }))[0];
  return { rows: rows.map(({ total: _, ...row }) => row), total: counted?.total ?? 0 };
}

function readOffers({ db, actor }: Scope, input: OfferList) {
  const way = input.dir === "desc" ? desc : asc;
  const isLater = and(
    eq(later.operatorId, offer.operatorId),
    eq(later.offerId, offer.id),
    gt(later.number, offerVersion.number),
  );
  return db
    .select({
      ...{ id: offer.id, code: offer.code, name: offer.name, summary: offer.summary, family: offer.family },
      ...{ publishedAt: offer.publishedAt, versionId: offerVersion.id, number: offerVersion.number },
      ...{ status: offerVersion.status, termMonths: offerVersion.termMonths, total: whole },
      onSale: sql<boolean>`exists (select from ${offerVersion} "sold"
        where "sold".operator_id = ${offer.operatorId} and "sold".offer_id = ${offer.id}
          and "sold".status = 'published')`,
    })
    .from(offer)
    .innerJoin(
      offerVersion,
      and(eq(offerVersion.operatorId, offer.operatorId), eq(offerVersion.offerId, offer.id)),
    )
    .leftJoin(later, isLater)
    .where(and(eq(offer.operatorId, actor.operator), isNull(later.id), ...narrowedOffers(input)))
    .orderBy(way(offerSorts[input.sort]), asc(offer.id))
    .limit(input.size)
    .offset(offsetOf(input));
}

function narrowedOffers({ q, filters }: OfferList): readonly (SQL | undefined)[] {
  const { status = [], family = [] } = filters;
  return [
    q ? or(...[offer.name, offer.code, offer.family].map((text) => ilike(text, like(q)))) : undefined,
    status.length > 0 ? inArray(offerVersion.status, status as OfferStatus[]) : undefined,
    family.length > 0 ? inArray(offer.family, family) : undefined,
  ];
}

const itemSorts = {
  name: productItem.name,
  sku: productItem.sku,
  supplier: party.name,
  charge: productItem.charge,
} as const;

export type ItemListed = Omit<Awaited<ReturnType<typeof readItems>>[number], "total">;

/** Everything that can be charged for, with whom it comes from and what measures it. */
export async function listItems(scope: Scope, input: ItemList): Promise<Page<ItemListed>> {
  const rows = await readItems(scope, input);
  const counted = rows[0] ?? (await readItems(scope, { ...input, page: 1, size: 1 }))[0];
  return { rows: rows.map(({ total: _, ...row }) => row), total: counted?.total ?? 0 };
}

function readItems({ db, actor }: Scope, input: ItemList) {
  const way = input.dir === "desc" ? desc : asc;
  const { charge = [], supplier = [] } = input.filters;
  const looked = [productItem.name, productItem.sku, product.name, party.name];
  const ofItem = productItem.operatorId;
  return db
    .select({
      ...{ id: productItem.id, sku: productItem.sku, name: productItem.name, unit: productItem.unit },
      ...{ charge: productItem.charge, taxClass: productItem.taxClass, recipe: productItem.recipe },
      ...{ productId: product.id, productName: product.name, family: product.family },
      ...{
        supplierId: productItem.supplierId,
        supplierName: party.name,
        meterName: meter.name,
        total: whole,
      },
    })
    .from(productItem)
    .innerJoin(product, and(eq(product.operatorId, ofItem), eq(product.id, productItem.productId)))
    .innerJoin(party, and(eq(party.operatorId, ofItem), eq(party.id, productItem.supplierId)))
    .leftJoin(meter, and(eq(meter.operatorId, ofItem), eq(meter.id, productItem.meterId)))
    .where(
      and(
        eq(ofItem, actor.operator),
        input.q ? or(...looked.map((text) => ilike(text, like(input.q)))) : undefined,
        charge.length > 0 ? inArray(productItem.charge, charge as ChargeKind[]) : undefined,
        supplier.length > 0 ? inArray(productItem.supplierId, supplier as PartyId[]) : undefined,
      ),
    )
    .orderBy(way(itemSorts[input.sort]), asc(productItem.id))
    .limit(input.size)
    .offset(offsetOf(input));
}

/** What a new item is made from, for the fields that choose it. */
export async function readModelChoices({ db, actor }: Scope) {
  const products = await db
    .select({ id: product.id, name: product.name, family: product.family, supplierName: party.name })
    .from(product)
    .innerJoin(party, and(eq(party.operatorId, product.operatorId), eq(party.id, product.supplierId)))
    .where(eq(product.operatorId, actor.operator))
    .orderBy(asc(product.name));
  const meters = await db
    .select({ id: meter.id, name: meter.name, unit: meter.unit, key: meter.key })
    .from(meter)
    .where(eq(meter.operatorId, actor.operator))
    .orderBy(asc(meter.name));
  const suppliers = await db
    .select({ id: party.id, name: party.name, kind: party.kind })
    .from(party)
    .where(
      and(eq(party.operatorId, actor.operator), inArray(party.kind, ["operator", "supplier", "contractor"])),
    )
    .orderBy(asc(party.path));
  return { products, meters, suppliers };
}

function like(q: string): string {
  return `%${q.replace(/[\\%_]/g, "\\$&")}%`;
}
