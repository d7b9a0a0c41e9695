import { and, asc, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { auditEntry } from "@/db/schema/audit";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { offsetOf, type Page } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { AuditList, AuditRef } from "./input";
import { readSeal } from "./read-seal";

const columns = {
  id: auditEntry.id,
  code: auditEntry.code,
  summary: auditEntry.summary,
  actorName: auditEntry.actorName,
  role: auditEntry.role,
  partyName: party.name,
  objectKind: auditEntry.objectKind,
  objectId: auditEntry.objectId,
  happenedAt: auditEntry.happenedAt,
};

const ofParty = and(eq(party.operatorId, auditEntry.operatorId), eq(party.id, auditEntry.actorPartyId));

/**
 * The record of changes, newest first; searched in its sentences, and by the exact id of what was changed.
 */
export async function listAudit({ actor, db }: Scope, input: AuditList) {
  const { q, filters } = input;
  const where = and(
    eq(auditEntry.operatorId, actor.operator),
    q
      ? or(ilike(auditEntry.summary, `%${q.replace(/[%_\\]/g, "\\$&")}%`), eq(auditEntry.objectId, q))
      : undefined,
    filters.actor?.length ? inArray(auditEntry.actorName, filters.actor) : undefined,
    filters.code?.length ? inArray(auditEntry.code, filters.code) : undefined,
    filters.object?.length ? inArray(auditEntry.objectKind, filters.object) : undefined,
  );
  const way = input.dir === "asc" ? asc : desc;
  const rows = await db
    .select(columns)
    .from(auditEntry)
    .leftJoin(party, ofParty)
    .where(where)
    .orderBy(way(auditEntry.happenedAt), way(auditEntry.id))
    .limit(input.size)
    .offset(offsetOf(input));
  return { rows, total: await db.$count(auditEntry, where) } satisfies Page<unknown>;
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>["rows"][number];

/** One change with what was before and after, and what else the same request changed. */
export async function readAudit(scope: Scope, { id }: AuditRef) {
  const { actor, db } = scope;
  const own = eq(auditEntry.operatorId, actor.operator);
  const [found] = await db
    .select({
      ...columns,
      before: auditEntry.before,
      after: auditEntry.after,
      correlation: auditEntry.correlation,
    })
    .from(auditEntry)
    .leftJoin(party, ofParty)
    .where(and(own, eq(auditEntry.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such entry.");
  const sameObject = and(
    own,
    eq(auditEntry.objectKind, found.objectKind),
    eq(auditEntry.objectId, found.objectId),
  );
  const history = await db
    .select(columns)
    .from(auditEntry)
    .leftJoin(party, ofParty)
    .where(sameObject)
    .orderBy(desc(auditEntry.happenedAt), desc(auditEntry.id))
    .limit(50);
  return { ...found, history, seal: await readSeal(scope, id) };
}

export type AuditDetail = Awaited<ReturnType<typeof readAudit>>;

/** How many of the newest entries say what can be filtered by. */
const entriesLooked = 20_000;

/** Who and what the record can be filtered by, the most frequent first. */
export async function readAuditChoices({ actor, db }: Scope) {
  const { rows } = await db.execute<{ what: "actor" | "code" | "object"; value: string }>(sql`
    with newest as materialized (
      select actor_name, code, object_kind from ${auditEntry} where operator_id = ${actor.operator}
      order by happened_at desc limit ${entriesLooked}
    ) select what, value from (
      select 'actor' as what, actor_name as value, count(*) as times from newest group by 2
      union all select 'code', code, count(*) from newest group by 2
      union all select 'object', object_kind, count(*) from newest group by 2
    ) choices order by what, times desc, value`);
  const of = (what: string) => rows.filter((row) => row.what === what).map(({ value }) => value);
  return { actors: of("actor"), codes: of("code"), objects: of("object") };
}
