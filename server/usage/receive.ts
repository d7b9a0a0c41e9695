import { and, eq } from "drizzle-orm";
import { usageFile } from "@/db/schema/usage";
import { elevated, type Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import type { NewFile } from "./input";
import { readSource } from "./read/source";

/** What the storage kept of an upload. It comes from the storage, never from who sent the file. */
export type StoredUpload = { readonly storageKey: string; readonly digest: string; readonly bytes: bigint };

export type Received = {
  readonly fileId: Id<"usageFile">;
  /** Set when the same content was taken before: that file is the one named, and nothing was taken again. */
  readonly takenBefore: { readonly name: string; readonly receivedAt: Date } | null;
};

/**
 * Takes a file for import, once for its content: the same bytes again, under any name, lead to the first
 * import.
 */
export async function receiveFile(scope: Scope, given: NewFile & StoredUpload): Promise<Received> {
  const { actor, now } = scope;
  const source = await readSource(scope, given.sourceId);
  if (given.bytes === 0n) throw new Refusal("INVALID", `“${given.name}” is empty: it has no header.`);
  const id = newId("usageFile", now);
  const row = {
    ...given,
    operatorId: actor.operator,
    id,
    supplierId: source.supplierId,
    status: "processing" as const,
    receivedAt: now,
    receivedByName: actor.name,
    rowsRead: 0,
    rowsAccepted: 0,
    rowsDuplicate: 0,
    rowsParked: 0,
    rowsRejected: 0,
  };
  // A supplier's desk reads its files; the rows of what it sent are written by the operator's side.
  const added = await elevated(scope, ({ db }) =>
    db.insert(usageFile).values(row).onConflictDoNothing().returning({ id: usageFile.id }),
  );
  if (added.length === 0) return before(scope, given);
  await record(scope, {
    code: "usage.file.received",
    summary: `“${given.name}” came in for ${source.name}`,
    object: { kind: "usageFile", id },
    after: { sourceId: given.sourceId, digest: given.digest, bytes: given.bytes },
  });
  await emit(scope, "usage.file.received", { usageFileId: id });
  return { fileId: id, takenBefore: null };
}

async function before({ actor, db }: Scope, { sourceId, digest }: NewFile & StoredUpload): Promise<Received> {
  const [first] = await db
    .select({ fileId: usageFile.id, name: usageFile.name, receivedAt: usageFile.receivedAt })
    .from(usageFile)
    .where(
      and(
        eq(usageFile.operatorId, actor.operator),
        eq(usageFile.sourceId, sourceId),
        eq(usageFile.digest, digest),
      ),
    );
  if (!first) throw new Refusal("CONFLICT", "The same file is coming in right now. Please try again.");
  const { fileId, ...takenBefore } = first;
  return { fileId, takenBefore };
}
