import { and, eq, sql } from "drizzle-orm";
import { copyCell, copyRows } from "@/db/copy-rows";
import { insertRows } from "@/db/insert-rows";
import { usageBatch, usageChunk, usageFile, usageParked, usageRejected } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { invariant } from "@/server/core/invariant";
import type { Chunk } from "./chunk";
import { lockBatches } from "./lock";
import type { FileRow } from "./read/file";
import {
  addEvents,
  countParked,
  findTargets,
  judgeRest,
  openStaging,
  parkedMessage,
  stagedFile,
  stagedRoute,
  stagedRow,
} from "./staging";

/**
 * Takes one chunk of a file, once: every row becomes an event, a duplicate, a parked or a rejected row, and
 * the file's counts say so in the same transaction. The rows travel before the lock is asked for, so that
 * chunks overlap.
 */
export async function placeChunk(scope: Scope, file: FileRow, chunk: Chunk): Promise<void> {
  const { db } = scope;
  await openStaging(scope);
  await copyRows(db, stagedRoute, chunk.routes);
  await copyRows(db, stagedRow, chunk.rows);
  const batch = (await lockBatches(scope)) + 1n;
  if (await wasTaken(scope, file, chunk)) return;

  const line = [1, file.id, file.supplierId, batch, file.receivedAt.toISOString()];
  await copyRows(db, stagedFile, `${line.map((each) => copyCell(String(each))).join("\t")}\n`);
  await findTargets(scope, file.sourceId);
  const accepted = await addEvents(scope, file.sourceId);
  const parked = accepted < chunk.staged ? await keepRest(scope, file) : 0;
  const duplicate = chunk.staged - accepted - parked;
  await keepRejected(scope, file, chunk);
  if (accepted > 0) await closeBatch(scope, file, batch, accepted);
  await account(scope, file, chunk, { accepted, duplicate, parked });
}

async function wasTaken({ actor, db }: Scope, file: FileRow, { number }: Chunk): Promise<boolean> {
  const found = await db
    .select({ number: usageChunk.number })
    .from(usageChunk)
    .where(
      and(
        eq(usageChunk.operatorId, actor.operator),
        eq(usageChunk.fileId, file.id),
        eq(usageChunk.number, number),
      ),
    );
  return found.length > 0;
}

/** Parks what has no place, and says how many rows that is. */
async function keepRest(scope: Scope, file: FileRow): Promise<number> {
  const { actor, now, db } = scope;
  await judgeRest(scope, file.sourceId);
  const parked = await countParked(scope);
  if (parked === 0) return 0;
  await db.execute(sql`
    insert into ${usageParked} (operator_id, file_id, row_number, source_id, supplier_id, reason, message,
      account, service, sku, unit, quantity, used_at, key, row_hash, resource, status, parked_at)
    select ${actor.operator}, ${file.id}, row_number, ${file.sourceId}, ${file.supplierId}, verdict,
      ${parkedMessage}, account, service, sku, unit, quantity, used_at, key, hash, resource, 'parked',
      ${now.toISOString()}::timestamptz
    from verdict where verdict <> 'duplicate'`);
  return parked;
}

async function keepRejected({ actor, db }: Scope, file: FileRow, { rejected }: Chunk): Promise<void> {
  const { id: fileId, supplierId } = file;
  await insertRows(
    db,
    usageRejected,
    rejected.map((each) => ({ operatorId: actor.operator, fileId, supplierId, ...each })),
  );
}

async function closeBatch(
  { actor, now, db }: Scope,
  file: FileRow,
  number: bigint,
  rows: number,
): Promise<void> {
  await db
    .insert(usageBatch)
    .values({ operatorId: actor.operator, number, fileId: file.id, rows, closedAt: now });
}

type Outcome = { readonly accepted: number; readonly duplicate: number; readonly parked: number };

async function account(
  { actor, now, db }: Scope,
  file: FileRow,
  { number, rowsRead, rejected }: Chunk,
  { accepted, duplicate, parked }: Outcome,
): Promise<void> {
  invariant(
    rowsRead === accepted + duplicate + parked + rejected.length,
    "rows read = accepted + duplicate + parked + rejected",
  );
  const counts = {
    rowsRead,
    rowsAccepted: accepted,
    rowsDuplicate: duplicate,
    rowsParked: parked,
    rowsRejected: rejected.length,
  };
  const chunk = { operatorId: actor.operator, fileId: file.id, number, ...counts, takenAt: now };
  await db.insert(usageChunk).values(chunk);
  await db
    .update(usageFile)
    .set({
      rowsRead: sql`${usageFile.rowsRead} + ${rowsRead}`,
      rowsAccepted: sql`${usageFile.rowsAccepted} + ${accepted}`,
      rowsDuplicate: sql`${usageFile.rowsDuplicate} + ${duplicate}`,
      rowsParked: sql`${usageFile.rowsParked} + ${parked}`,
      rowsRejected: sql`${usageFile.rowsRejected} + ${rejected.length}`,
    })
    .where(and(eq(usageFile.operatorId, actor.operator), eq(usageFile.id, file.id)));
}
