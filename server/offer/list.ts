import { and, asc, desc, eq, gt, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { meter, offer, offerVersion, product, productItem } from "@/db/schema/offer";
import { edge, party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import { validAt } from "@/server/party/read";
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
  return paged((asked) => readOffers(scope, asked), input);
}

/** What a partner may sell: offers on sale whose family is covered by an edge that ends at the partner. */
export async function listSellable(scope: Scope, input: OfferList): Promise<Page<OfferListed>> {
  const { actor, now } = scope;
  const covered = await scope.db
    .select({ family: edge.family })
    .from(edge)
    .where(and(eq(edge.operatorId, actor.operator), eq(edge.childId, actor.party), validAt(edge, now)));
  const families = covered.map(({ family }) => family);
  if (families.length === 0) return { rows: [], total: 0 };
  const sold = and(
    eq(offerVersion.status, "published"),
    families.includes("*") ? undefined : inArray(offer.family, families),
  );
  return paged((asked) => readOffers(scope, asked, sold), input);
}

function readOffers({ db, actor }: Scope, input: OfferList, more?: SQL) {
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
    .where(and(eq(offer.operatorId, actor.operator), isNull(later.id), more, ...narrowedOffers(input)))
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
  return paged((asked) => readItems(scope, asked), input);
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

type Counted = { readonly total: number };
type Place = { readonly page: number; readonly size: number };

/** A page beyond the last one is empty, and still knows how many there are. */
async function paged<Row extends Counted, Input extends Place>(
  read: (input: Input) => PromiseLike<readonly Row[]>,
  input: Input,
): Promise<Page<Omit<Row, "total">>> {
  const rows = await read(input);
  const counted = rows[0] ?? (input.page > 1 ? (await read({ ...input, page: 1, size: 1 }))[0] : undefined);
  return { rows: rows.map(({ total: _, ...row }) => row), total: counted?.total ?? 0 };
}

function like(q: string): string {
  return `%${q.replace(/[\\%_]/g, "\\$&")}%`;
}
