import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { party, partyProfile } from "@/db/schema/party";
import { quote } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { CustomerList } from "../input";

const customer = alias(party, "customer");
const partner = alias(party, "partner");

const columns = {
  ...{ id: customer.id, name: customer.name, country: customer.country, currency: customer.currency },
  ...{ timeZone: customer.timeZone, status: customer.status, createdAt: customer.createdAt },
  ...{ partnerId: partner.id, partnerName: partner.name },
  ...{ legalName: partyProfile.legalName, taxId: partyProfile.taxId, email: partyProfile.email },
  ...{ street: partyProfile.street, postcode: partyProfile.postcode, city: partyProfile.city },
  quotes: sql<number>`(select count(*)::int from ${quote} each
    where each.operator_id = ${customer.operatorId} and each.customer_id = ${customer.id})`,
  total: sql<number>`count(*) over ()::int`,
};

const isPartner = and(eq(partner.operatorId, customer.operatorId), eq(partner.id, customer.parentId));
const isProfile = and(
  eq(partyProfile.operatorId, customer.operatorId),
  eq(partyProfile.partyId, customer.id),
);
const sorts = { name: customer.name, partner: partner.name, createdAt: customer.createdAt } as const;

type Row = Awaited<ReturnType<typeof readRows>>[number];
export type CustomerSeen = Omit<Row, "total">;

/** The customers of the asker and of whoever stands below. */
export async function listCustomers(scope: Scope, input: CustomerList): Promise<Page<CustomerSeen>> {
  const rows = await readRows(scope, input, narrowed(scope, input));
  if (rows.length === 0 && input.page > 1) {
    const [first] = await readRows(scope, { ...input, page: 1, size: 1 }, narrowed(scope, input));
    return { rows: [], total: first?.total ?? 0 };
  }
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function readCustomer(scope: Scope, id: PartyId): Promise<CustomerSeen> {
  const one = { sort: "name", dir: "asc", page: 1, size: 1 } as const;
  const [found] = await readRows(scope, one, [eq(customer.id, id)]);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such customer.");
  const { total: _total, ...row } = found;
  return row;
}

function readRows(
  { db, actor }: Scope,
  { sort, dir, page, size }: Pick<CustomerList, "sort" | "dir" | "page" | "size">,
  where: readonly (SQL | undefined)[],
) {
  const way = dir === "desc" ? desc : asc;
  return db
    .select(columns)
    .from(customer)
    .innerJoin(partner, isPartner)
    .innerJoin(partyProfile, isProfile)
    .where(and(eq(customer.operatorId, actor.operator), eq(customer.kind, "customer"), ...where))
    .orderBy(way(sorts[sort]), asc(customer.id))
    .limit(size)
    .offset(offsetOf({ page, size }));
}

function narrowed({ actor }: Scope, { q, filters }: CustomerList): readonly (SQL | undefined)[] {
  const { partner: partners = [], mine = [] } = filters;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return [
    q ? or(ilike(customer.name, like), ilike(partner.name, like), ilike(partyProfile.city, like)) : undefined,
    partners.length > 0 ? inArray(customer.parentId, partners as PartyId[]) : undefined,
    mine.length > 0 ? eq(customer.parentId, actor.party) : undefined,
  ];
}
