import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { priceList } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import type { Currency } from "@/server/core/money/currency";
import { readCalendar } from "@/server/party/effective";
import { readNames } from "./detail";
import type { PriceListList } from "./price-input";
import {
  type PriceVersionRow,
  readPriceList,
  readPricesOf,
  readPriceVersion,
  readPriceVersions,
} from "./price-read";
import { differences } from "./rules/price/difference";
import { priceStatusAt } from "./rules/status";

const seller = alias(party, "seller");
const reader = alias(party, "reader");

const sorts = {
  name: priceList.name,
  audience: priceList.audience,
  seller: seller.name,
  currency: priceList.currency,
} as const;

type Row = Awaited<ReturnType<typeof readRows>>[number];

export type PriceListListed = Omit<Row, "total" | "inForce" | "planned" | "drafts"> & {
  /** The number of the version in force, and whether more is planned or being written. */
  readonly inForce: number | null;
  readonly planned: boolean;
  readonly drafting: boolean;
};

/** The price lists that the asker may know: own prices, and those asked of them. */
export async function listPriceLists(scope: Scope, input: PriceListList): Promise<Page<PriceListListed>> {
  const rows = await readRows(scope, input);
  const counted = rows[0] ?? (await readRows(scope, { ...input, page: 1, size: 1 }))[0];
  return {
    rows: rows.map(({ total: _, drafts, planned, ...row }) => ({
      ...row,
      planned: planned > 0,
      drafting: drafts > 0,
    })),
    total: counted?.total ?? 0,
  };
}

function readRows({ db, actor, now }: Scope, input: PriceListList) {
  const at = now.toISOString();
  const count = (which: SQL) => sql<number>`(select count(*)::int from app.price_version "each"
    where "each".operator_id = ${priceList.operatorId} and "each".price_list_id = ${priceList.id}
      and ${which})`;
  const way = input.dir === "desc" ? desc : asc;
  const { audience = [], currency = [] } = input.filters;
  const like = `%${input.q.replace(/[\\%_]/g, "\\$&")}%`;
  const looked = [priceList.name, seller.name, reader.name];
  return db
    .select({
      ...{
        id: priceList.id,
        name: priceList.name,
        audience: priceList.audience,
        currency: priceList.currency,
      },
      ...{ sellerId: priceList.sellerId, sellerName: seller.name },
      ...{ readerId: priceList.readerId, readerName: reader.name },
      inForce: sql<number | null>`(select "each".number from app.price_version "each"
        where "each".operator_id = ${priceList.operatorId} and "each".price_list_id = ${priceList.id}
          and "each".status <> 'draft' and "each".valid_from <= ${at}
          and ("each".valid_to is null or "each".valid_to > ${at}))`,
      planned: count(sql`"each".status <> 'draft' and "each".valid_from > ${at}`),
      drafts: count(sql`"each".status = 'draft'`),
      total: sql<number>`count(*) over ()::int`,
    })
    .from(priceList)
    .innerJoin(seller, and(eq(seller.operatorId, priceList.operatorId), eq(seller.id, priceList.sellerId)))
    .leftJoin(reader, and(eq(reader.operatorId, priceList.operatorId), eq(reader.id, priceList.readerId)))
    .where(
      and(
        eq(priceList.operatorId, actor.operator),
        input.q ? or(...looked.map((text) => ilike(text, like))) : undefined,
        audience.length > 0
          ? inArray(priceList.audience, audience as ("cost" | "wholesale" | "retail")[])
          : undefined,
        currency.length > 0 ? inArray(priceList.currency, currency as Currency[]) : undefined,
      ),
    )
    .orderBy(way(sorts[input.sort]), asc(priceList.id))
    .limit(input.size)
    .offset(offsetOf(input));
}

/** One list with its versions, newest first; whether a version is in force follows from the time. */
export async function readPriceListPage(scope: Scope, id: Id<"priceList">) {
  const { operatorId: _, ...list } = await readPriceList(scope, id);
  const versions = await readPriceVersions(scope, id);
  const names = await readNames(scope, [list.sellerId, ...(list.readerId ? [list.readerId] : [])]);
  return {
    ...list,
    sellerName: names.get(list.sellerId) ?? "",
    readerName: list.readerId ? (names.get(list.readerId) ?? "") : null,
    calendar: await readCalendar(scope),
    versions: versions.map((version) => shown(version, scope.now)),
  };
}

export type PriceListPage = Awaited<ReturnType<typeof readPriceListPage>>;

/** The prices of one version beside those of the version before it. */
export async function readPriceVersionPage(scope: Scope, id: Id<"priceVersion">) {
  const version = await readPriceVersion(scope, id);
  const versions = await readPriceVersions(scope, version.priceListId);
  const before = versions.find(({ number }) => number < version.number);
  const changes = differences(
    before ? await readPricesOf(scope, before.id) : [],
    await readPricesOf(scope, id),
  );
  return { ...shown(version, scope.now), before: before ? shown(before, scope.now) : null, changes };
}

export type PriceVersionPage = Awaited<ReturnType<typeof readPriceVersionPage>>;

function shown(version: PriceVersionRow, now: Date) {
  const { id, priceListId, number, validFrom, validTo, createdAt } = version;
  return { id, priceListId, number, status: priceStatusAt(version, now), validFrom, validTo, createdAt };
}
