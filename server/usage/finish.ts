import { and, count, eq, inArray, sql } from "drizzle-orm";
import { usageChunk, usageFile, usageParked, usageRejected } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { emit } from "@/server/events/emit";
import { type FileRow, readFile } from "./read/file";
import type { UsageFileStatus } from "./rules/vocabulary";

/** Closes a file whose rows are all taken. A second time changes nothing. */
export async function finishFile(scope: Scope, fileId: Id<"usageFile">): Promise<void> {
  const file = await readFile(scope, fileId);
  if (file.status !== "processing") return;
  const { rowsRead, rowsAccepted, rowsDuplicate, rowsParked, rowsRejected } = file;
  const rows = await sumOfChunks(scope, fileId);
  invariant(rows === rowsRead, "the counts of a file are the sums of its chunks");
  const error = rowsRead > 0 && rowsRead === rowsRejected ? await nothingReadable(scope, file) : null;
  const status = error ? "invalid" : await statusByParked(scope, fileId);
  if (!(await close(scope, file, status, error))) return;
  await record(scope, {
    code: "usage.file.imported",
    summary: `“${file.name}” was taken in: ${told(file)}`,
    object: { kind: "usageFile", id: fileId },
    before: { status: file.status },
    after: { status, rowsRead, rowsAccepted, rowsDuplicate, rowsParked, rowsRejected },
  });
  if (rowsAccepted > 0) await emit(scope, "usage.batch.closed", { usageFileId: fileId });
}

/** Refuses a file that cannot be read as one, and says why. */
export async function refuseFile(scope: Scope, file: FileRow, why: string): Promise<void> {
  const error = `“${file.name}” was not taken in. ${why}`;
  if (!(await close(scope, file, "invalid", error))) return;
  await record(scope, {
    code: "usage.file.refused",
    summary: `“${file.name}” could not be read`,
    object: { kind: "usageFile", id: file.id },
    before: { status: file.status },
    after: { status: "invalid", error },
  });
}

/** Notes on the file that its import stopped for a cause that is not in the file. It can be begun again. */
export async function noteStopped({ actor, db }: Scope, fileId: Id<"usageFile">): Promise<void> {
  const error =
    "The import stopped. What was taken in until then is kept; start it again from the jobs page.";
  await db
    .update(usageFile)
    .set({ error })
    .where(and(ofFile(actor.operator, fileId), eq(usageFile.status, "processing")));
}

/** Brings the status of closed files in line with what still waits of them. */
export async function refreshStatus(
  { actor, db }: Scope,
  fileIds: readonly Id<"usageFile">[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await db
    .update(usageFile)
    .set({
      status: sql`case when exists (
        select from ${usageParked} p
        where p.operator_id = ${usageFile.operatorId} and p.file_id = ${usageFile.id} and p.status = 'parked'
      ) then 'accepted_with_parked_rows' else 'accepted' end`,
    })
    .where(
      and(
        eq(usageFile.operatorId, actor.operator),
        inArray(usageFile.id, [...fileIds]),
        inArray(usageFile.status, ["accepted", "accepted_with_parked_rows"]),
      ),
    );
}

async function close(
  { actor, now, db }: Scope,
  { id }: FileRow,
  status: UsageFileStatus,
  error: string | null,
): Promise<boolean> {
  const closed = await db
    .update(usageFile)
    .set({ status, error, finishedAt: now })
    .where(and(ofFile(actor.operator, id), eq(usageFile.status, "processing")))
    .returning({ id: usageFile.id });
  return closed.length > 0;
}

async function sumOfChunks({ actor, db }: Scope, fileId: Id<"usageFile">): Promise<number> {
  const [sum] = await db
    .select({ rows: sql<number>`coalesce(sum(${usageChunk.rowsRead}), 0)::int` })
    .from(usageChunk)
    .where(and(eq(usageChunk.operatorId, actor.operator), eq(usageChunk.fileId, fileId)));
  return sum?.rows ?? 0;
}

async function statusByParked({ actor, db }: Scope, fileId: Id<"usageFile">): Promise<UsageFileStatus> {
  const [parked] = await db
    .select({ rows: count() })
    .from(usageParked)
    .where(
      and(
        eq(usageParked.operatorId, actor.operator),
        eq(usageParked.fileId, fileId),
        eq(usageParked.status, "parked"),
      ),
    );
  return (parked?.rows ?? 0) > 0 ? "accepted_with_parked_rows" : "accepted";
}

async function nothingReadable({ actor, db }: Scope, { id, name, rowsRead }: FileRow): Promise<string> {
  const [first] = await db
    .select()
    .from(usageRejected)
    .where(and(eq(usageRejected.operatorId, actor.operator), eq(usageRejected.fileId, id)))
    .orderBy(usageRejected.rowNumber)
    .limit(1);
  const all = rowsRead === 1 ? "The only row" : `Each of the ${rowsRead.toLocaleString("en")} rows`;
  return (
    `${all} of “${name}” was rejected, so nothing was taken in. ` +
    `The first: row ${first?.rowNumber}, ${first?.column}, ${first?.reason}.`
  );
}

function ofFile(operator: FileRow["operatorId"], id: Id<"usageFile">) {
  return and(eq(usageFile.operatorId, operator), eq(usageFile.id, id));
}

function told({ rowsRead, rowsAccepted, rowsDuplicate, rowsParked, rowsRejected }: FileRow): string {
  const each = (rows: number) => rows.toLocaleString("en");
  return (
    `${each(rowsRead)} rows read, ${each(rowsAccepted)} accepted, ${each(rowsDuplicate)} duplicate, ` +
    `${each(rowsParked)} parked, ${each(rowsRejected)} rejected`
  );
}
