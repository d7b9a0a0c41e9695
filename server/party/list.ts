import {
  and,
  asc,
  desc,
  eq,
  gt,
  ilike,
  inArray,
  isNull,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agreement, edge, party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import type { PartyList } from "./input";
import type { PartyRole, PartyStatus } from "./rules/vocabulary";

const parent = alias(party, "parent");
const own = alias(edge, "own");

const columns = {
  id: party.id,
  name: party.name,
  kind: party.kind,
  status: party.status,
  path: party.path,
  country: party.country,
  currency: party.currency,
  createdAt: party.createdAt,
  parentId: party.parentId,
  parentName: parent.name,
  model: own.model,
  customers: sql<number>`(select count(*)::int from ${party} "below"
    where "below".operator_id = ${party.operatorId} and "below".parent_id = ${party.id}
      and "below".kind = 'customer')`,
  total: sql<number>`count(*) over ()::int`,
};

const sorts = {
  path: party.path,
  name: party.name,
  kind: party.kind,
  status: party.status,
  parent: parent.name,
  createdAt: party.createdAt,
} as const;

export type PartyListed = Omit<Awaited<ReturnType<typeof readRows>>[number], "total">;

/** The partners, suppliers and marketplaces below the asker; customers have a list of their own. */
export async function listParties(scope: Scope, input: PartyList): Promise<Page<PartyListed>> {
  const rows = await readRows(scope, input);
  const counted = rows[0] ?? (await readRows(scope, { ...input, page: 1, size: 1 }))[0];
  return { rows: rows.map(({ total: _, ...row }) => row), total: counted?.total ?? 0 };
}

/** The most parties that are drawn as a tree; a larger network is looked through as a list. */
export const treeMax = 500;

/** The same from the top down, each below the one it belongs to. */
export function readTree(scope: Scope): Promise<Page<PartyListed>> {
  const whole = { q: "", sort: "path", dir: "asc", page: 1, size: treeMax, filters: {} } as const;
  return listParties(scope, whole);
}

function readRows({ db, actor, now }: Scope, input: PartyList) {
  const way = input.dir === "desc" ? desc : asc;
  // A party may have an edge a family; the one for every family stands for it in a list.
  const isOwn = and(eq(own.operatorId, party.operatorId), eq(own.childId, party.id), eq(own.family, "*"));
  const inForce = and(lte(own.validFrom, now), or(isNull(own.validTo), gt(own.validTo, now)));
  return db
    .select(columns)
    .from(party)
    .leftJoin(parent, and(eq(parent.operatorId, party.operatorId), eq(parent.id, party.parentId)))
    .leftJoin(own, and(isOwn, inForce))
    .where(and(eq(party.operatorId, actor.operator), ...narrowed(input), belowOf(actor.path, actor.party)))
    .orderBy(way(sorts[input.sort]), asc(party.path))
    .limit(input.size)
    .offset(offsetOf(input));
}

function narrowed({ q, filters }: PartyList): readonly (SQL | undefined)[] {
  const { kind = [], status = [] } = filters;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return [
    notInArray(party.kind, ["operator", "customer"]),
    q ? or(...[party.name, parent.name].map((text) => ilike(text, like))) : undefined,
    kind.length > 0 ? inArray(party.kind, kind as PartyRole[]) : undefined,
    status.length > 0 ? inArray(party.status, status as PartyStatus[]) : undefined,
  ];
}

/** Everybody may know the suppliers by name; a list of partners shows whoever stands below. */
function belowOf(path: string, id: PartyId): SQL | undefined {
  return and(sql`starts_with(${party.path}, ${path})`, ne(party.id, id));
}

/** Whom an agreement, an edge or a price list can name, for the fields that choose one. */
export async function readChoices({ db, actor }: Scope) {
  return db
    .select({ id: party.id, name: party.name, kind: party.kind, currency: party.currency, path: party.path })
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), ne(party.kind, "customer"), ne(party.status, "closed")))
    .orderBy(asc(party.path))
    .limit(2_000);
}

/** The agreements that join two parties, for the field that chooses the one of a new edge. */
export async function readAgreementChoices({ db, actor }: Scope, childId: PartyId) {
  return db
    .select({ id: agreement.id, name: agreement.name, parentId: agreement.parentId, parentName: parent.name })
    .from(agreement)
    .innerJoin(parent, and(eq(parent.operatorId, agreement.operatorId), eq(parent.id, agreement.parentId)))
    .where(and(eq(agreement.operatorId, actor.operator), eq(agreement.childId, childId)))
    .orderBy(asc(agreement.name));
}
