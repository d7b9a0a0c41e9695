import { type SQL, sql } from "drizzle-orm";
import { subscription } from "@/db/schema/activation";
import { invoice } from "@/db/schema/invoice";
import { offer } from "@/db/schema/offer";
import { order } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import { payoutRun, statement } from "@/db/schema/payout";
import { quote } from "@/db/schema/quote";
import { usageFile } from "@/db/schema/usage";
import { portalOf } from "@/server/access/actor";
import { may, type Permission } from "@/server/access/permissions";
import type { Scope } from "@/server/access/scope";
import { placeOf } from "@/server/core/place";
import type { SearchInput } from "./input";
import { type Asked, numberAsked, readAsked } from "./rules/asked";

export type Hit = {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
};

type Source = {
  readonly kind: string;
  readonly permission: Permission;
  /** The letters of its numbers; what has a name alone has none. */
  readonly series: string | null;
  readonly table: SQL;
  readonly title: SQL;
  readonly subtitle: SQL;
  /** Its own name. */
  readonly named?: SQL;
  /** Whether it is for a customer, and found by the customer's name: it belongs to the partner above it. */
  readonly ofCustomer?: boolean;
  /** Which rows of its table count. */
  readonly where?: SQL;
};

const hitsOfKind = 5;
const customerName = sql`(select name from ${party} who where who.operator_id = one.operator_id
  and who.id = one.customer_id)`;
const partyName = sql`(select name from ${party} who where who.operator_id = one.operator_id
  and who.id = one.party_id)`;

/** What can be found, in the order in which it is offered. No title and no subtitle carries an amount. */
const sources: readonly Source[] = [
  {
    ...{ kind: "customer", permission: "party.read", series: null, table: sql`${party} one` },
    ...{ title: sql`one.name`, subtitle: sql`one.country`, named: sql`one.name` },
    where: sql`one.kind = 'customer'`,
  },
  {
    ...{ kind: "party", permission: "party.read", series: null, table: sql`${party} one` },
    ...{ title: sql`one.name`, subtitle: sql`replace(one.kind, '_', '-')`, named: sql`one.name` },
    where: sql`one.kind <> 'customer'`,
  },
  {
    ...{ kind: "offer", permission: "offer.read", series: null, table: sql`${offer} one` },
    ...{ title: sql`one.name`, subtitle: sql`one.code`, named: sql`one.name || ' ' || one.code` },
  },
  {
    ...document("quote", "quote.read", "Q", sql`${quote} one`, customerName),
    ofCustomer: true,
  },
  {
    ...document("order", "order.read", "O", sql`${order} one`, customerName),
    ofCustomer: true,
  },
  {
    ...document("subscription", "subscription.read", "SUB", sql`${subscription} one`, customerName),
    ofCustomer: true,
  },
  {
    ...document("invoice", "invoice.read", "INV", sql`${invoice} one`, sql`one.customer ->> 'legalName'`),
    where: sql`one.issued_at is not null`,
  },
  document("statement", "payout.read", "ST", sql`${statement} one`, partyName),
  document("payout_run", "payout.run.read", "PR", sql`${payoutRun} one`, sql`replace(one.status, '_', ' ')`),
  {
    ...{ kind: "usage_file", permission: "usage.read", series: null, table: sql`${usageFile} one` },
    ...{ title: sql`one.name`, subtitle: sql`replace(one.status, '_', ' ')`, named: sql`one.name` },
  },
];

/**
 * Things by their name, their number or their customer's name, as far as the asker may see them; a few of
 * each kind.
 */
export async function searchAll(
  scope: Scope,
  { q }: SearchInput,
): Promise<{ readonly hits: readonly Hit[] }> {
  const asked = readAsked(q);
  const portal = portalOf(scope.actor.role);
  const found = sources
    .filter(({ kind, permission }) => may(scope.actor, permission) && placeOf(portal, kind, "x") !== null)
    .flatMap((source, rank) => ofSource(scope, source, asked, rank));
  if (q.length < 2 || found.length === 0) return { hits: [] };
  const { rows } = await scope.db.execute<Omit<Hit, "href">>(sql`
    with near as materialized (
      select id, regexp_replace(path, '[^/]+/$', '') as above from ${party}
        where operator_id = ${scope.actor.operator} and kind = 'customer'
        and name ilike ${asked.name} order by name limit ${hitsOfKind}
    ) select kind, id, title, coalesce(subtitle, '') as subtitle
      from (${sql.join(found, sql` union all `)}) hits
    order by exact desc, rank, id desc`);
  const seen = new Set<string>();
  return {
    hits: rows.flatMap((row) => {
      const href = placeOf(portal, row.kind, row.id);
      if (href === null || seen.has(row.id)) return [];
      seen.add(row.id);
      return [{ ...row, href }];
    }),
  };
}

/** The queries of one kind: each is found by an index, or in a table that stays small. */
function ofSource({ actor }: Scope, source: Source, asked: Asked, rank: number): readonly SQL[] {
  const { kind, series, table, title, subtitle, named, ofCustomer, where: counts = sql`true` } = source;
  const query = (where: SQL, exact: boolean) => sql`(select ${kind}::text as kind, one.id, ${title} as title,
    ${subtitle} as subtitle, ${exact}::boolean as exact, ${rank}::int as rank from ${table}
    where one.operator_id = ${actor.operator} and ${counts} and ${where}
      order by one.id desc limit ${hitsOfKind})`;
  const number = series === null ? null : numberAsked(asked, series);
  return [
    ...(number === null
      ? []
      : number === "newest"
        ? [query(sql`true`, false)]
        : [query(sql`one.number = ${number.is}`, true)]),
    ...(named ? [query(sql`${named} ilike ${asked.name}`, false)] : []),
    ...(ofCustomer
      ? [query(sql`(one.owner_path, one.customer_id) in (select above, id from near)`, false)]
      : []),
  ];
}

function document(kind: string, permission: Permission, series: string, table: SQL, subtitle: SQL): Source {
  return { kind, permission, series, table, title: sql`one.number`, subtitle };
}
