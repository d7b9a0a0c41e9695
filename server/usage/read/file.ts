import { and, asc, count, desc, eq, ilike, inArray, min, or, type SQL, sql } from "drizzle-orm";
import { party } from "@/db/schema/party";
import { usageFile, usageParked, usageRejected, usageSource } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { FileList, FileRows } from "../input";
import type { UsageFileStatus } from "../rules/vocabulary";

export type FileRow = typeof usageFile.$inferSelect;

export async function readFile({ actor, db }: Scope, id: Id<"usageFile">): Promise<FileRow> {
  const [found] = await db
    .select()
    .from(usageFile)
    .where(and(eq(usageFile.operatorId, actor.operator), eq(usageFile.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such usage file.");
  return found;
}

export async function listFiles({ actor, db }: Scope, input: FileList) {
  const where = and(eq(usageFile.operatorId, actor.operator), ...matching(input));
  const direction = input.dir === "asc" ? asc : desc;
  const rows = await db
    .select({ ...columns, source: usageSource.name, supplier: party.name })
    .from(usageFile)
    .innerJoin(usageSource, sameSource)
    .innerJoin(party, and(eq(party.operatorId, usageFile.operatorId), eq(party.id, usageFile.supplierId)))
    .where(where)
    .orderBy(direction(sortOf[input.sort]), desc(usageFile.id))
    .limit(input.size)
    .offset(offsetOf(input));
  const [all] = await db
    .select({ total: count() })
    .from(usageFile)
    .innerJoin(usageSource, sameSource)
    .where(where);
  return { rows, total: all?.total ?? 0 };
}

/** One file, with how many of its parked rows still wait. */
export async function readFileDetail(scope: Scope, id: Id<"usageFile">) {
  const { actor, db } = scope;
  const [found] = await db
    .select({ ...columns, digest: usageFile.digest, source: usageSource.name, supplier: party.name })
    .from(usageFile)
    .innerJoin(usageSource, sameSource)
    .innerJoin(party, and(eq(party.operatorId, usageFile.operatorId), eq(party.id, usageFile.supplierId)))
    .where(and(eq(usageFile.operatorId, actor.operator), eq(usageFile.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such usage file.");
  const waiting = await db
    .select({
      status: usageParked.status,
      reason: usageParked.reason,
      rows: count(),
      first: min(usageParked.message),
    })
    .from(usageParked)
    .where(and(eq(usageParked.operatorId, actor.operator), eq(usageParked.fileId, id)))
    .groupBy(usageParked.status, usageParked.reason)
    .orderBy(desc(count()));
  const rejected = await db
    .select({ column: usageRejected.column, reason: usageRejected.reason, rows: count() })
    .from(usageRejected)
    .where(and(eq(usageRejected.operatorId, actor.operator), eq(usageRejected.fileId, id)))
    .groupBy(usageRejected.column, usageRejected.reason)
    .orderBy(desc(count()))
    .limit(20);
  return { ...found, waiting, rejected };
}

export async function listRejected({ actor, db }: Scope, { id, ...input }: FileRows) {
  const where = and(
    eq(usageRejected.operatorId, actor.operator),
    eq(usageRejected.fileId, id),
    input.q ? or(like(usageRejected.reason, input.q), like(usageRejected.value, input.q)) : undefined,
    input.filters.column?.length ? inArray(usageRejected.column, input.filters.column) : undefined,
  );
  const direction = input.dir === "desc" ? desc : asc;
  const rows = await db
    .select({
      rowNumber: usageRejected.rowNumber,
      column: usageRejected.column,
      reason: usageRejected.reason,
      value: usageRejected.value,
    })
    .from(usageRejected)
    .where(where)
    .orderBy(direction(usageRejected.rowNumber))
    .limit(input.size)
    .offset(offsetOf(input));
  const [all] = await db.select({ total: count() }).from(usageRejected).where(where);
  return { rows, total: all?.total ?? 0 } satisfies Page<(typeof rows)[number]>;
}

const columns = {
  id: usageFile.id,
  sourceId: usageFile.sourceId,
  name: usageFile.name,
  bytes: usageFile.bytes,
  status: usageFile.status,
  receivedAt: usageFile.receivedAt,
  receivedByName: usageFile.receivedByName,
  finishedAt: usageFile.finishedAt,
  rowsRead: usageFile.rowsRead,
  rowsAccepted: usageFile.rowsAccepted,
  rowsDuplicate: usageFile.rowsDuplicate,
  rowsParked: usageFile.rowsParked,
  rowsRejected: usageFile.rowsRejected,
  error: usageFile.error,
};

const sameSource = and(
  eq(usageSource.operatorId, usageFile.operatorId),
  eq(usageSource.id, usageFile.sourceId),
);

const sortOf = {
  receivedAt: usageFile.receivedAt,
  name: usageFile.name,
  rowsRead: usageFile.rowsRead,
  bytes: usageFile.bytes,
} as const;

function matching({ q, filters }: FileList): (SQL | undefined)[] {
  return [
    q ? or(like(usageFile.name, q), like(usageSource.name, q)) : undefined,
    filters.status?.length ? inArray(usageFile.status, filters.status as UsageFileStatus[]) : undefined,
    filters.source?.length ? inArray(usageFile.sourceId, filters.source as Id<"usageSource">[]) : undefined,
  ];
}

function like(column: Parameters<typeof ilike>[0], text: string): SQL {
  return ilike(column, sql`${`%${text.replace(/[\\%_]/g, "\\$&")}%`}`);
}
