import { and, eq, sql } from "drizzle-orm";
import { ratedItem } from "@/db/schema/rating";
import { rowsDigest, usageEvent, usageFile } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { RatedItemRef, UsageRowsPage } from "./input";

type Row = {
  readonly total: number;
  readonly file_id: Id<"usageFile"> | null;
  readonly file_name: string | null;
  readonly row_number: number;
  readonly quantity: string;
  readonly used_at: string;
  readonly resource: string | null;
  readonly row_hash: string;
  readonly batch: string;
  readonly key: string;
};

/** A page of the rows that a rated item charged, in order of use; one statement by index. */
export async function readUsageRows({ actor, db }: Scope, { ratedItemId, after, size }: UsageRowsPage) {
  const beyond = after
    ? sql`and used.used_at >= ${after.usedAt}::timestamptz
        and (used.used_at, used.key) > (${after.usedAt}::timestamptz, ${after.key}::uuid)`
    : sql``;
  const { rows } = await db.execute<Row>(sql`
    select item.rows as total, page.* from ${ratedItem} item left join lateral (
      select used.file_id, file.name as file_name, used.row_number, used.quantity::text,
        to_char(used.used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as used_at, used.resource,
        used.row_hash::text, used.batch::text, used.key::text
      from ${usageEvent} used
      left join ${usageFile} file on file.operator_id = used.operator_id and file.id = used.file_id
      where used.operator_id = item.operator_id and used.subscription_item_id = item.subscription_item_id
        and used.used_at >= item."from" and used.used_at < item."to"
        and used.batch > item.batch_after and used.batch <= item.batch_up_to ${beyond}
      order by used.used_at, used.key limit ${size + 1}
    ) page on true
    where item.operator_id = ${actor.operator} and item.id = ${ratedItemId} order by page.used_at, page.key`);
  const [head] = rows;
  if (!head) throw new Refusal("NOT_FOUND", "There is no such rated item.");
  const found = rows.flatMap((row) => (row.file_id === null ? [] : [{ ...row, file_id: row.file_id }]));
  const page = found.slice(0, size);
  const last = found.length > size ? page.at(-1) : undefined;
  return {
    total: head.total,
    rows: page.map((row) => ({
      fileId: row.file_id,
      fileName: row.file_name,
      rowNumber: row.row_number,
      quantity: decimalToText(decimal(row.quantity)),
      usedAt: new Date(row.used_at),
      resource: row.resource,
      rowHash: row.row_hash,
      batch: row.batch,
    })),
    /** Where the next page begins; null after the last. */
    next: last ? { usedAt: last.used_at, key: last.key } : null,
  };
}

export type UsageRowsRead = Awaited<ReturnType<typeof readUsageRows>>;

export type UsageProof = {
  readonly agrees: boolean;
  readonly stored: Counted;
  readonly found: Counted;
};

type Counted = { readonly rows: number; readonly quantity: string; readonly digest: string };

/**
 * Counts and adds up the rows of a rated item anew and compares their digest: the same rows, or not. Rows
 * that come
 * later have a larger batch and change nothing here.
 */
export async function proveUsage(scope: Scope, { ratedItemId }: RatedItemRef): Promise<UsageProof> {
  const item = await requireRated(scope, ratedItemId);
  const [found] = await scope.db
    .select({
      rows: sql<number>`count(*)::int`,
      quantity: sql<string>`coalesce(sum(${usageEvent.quantity}), 0)::text`,
      digest: rowsDigest,
    })
    .from(usageEvent)
    .where(
      and(
        eq(usageEvent.operatorId, scope.actor.operator),
        eq(usageEvent.subscriptionItemId, item.subscriptionItemId),
        sql`${usageEvent.usedAt} >= ${item.from.toISOString()}::timestamptz`,
        sql`${usageEvent.usedAt} < ${item.to.toISOString()}::timestamptz`,
        sql`${usageEvent.batch} > ${item.batchAfter} and ${usageEvent.batch} <= ${item.batchUpTo}`,
      ),
    );
  const stored = counted(item);
  const now = counted(found ?? { rows: 0, quantity: "0", digest: "0" });
  const agrees =
    item.charge !== "usage" ||
    (stored.rows === now.rows && stored.quantity === now.quantity && stored.digest === now.digest);
  return { agrees, stored, found: now };
}

function counted({ rows, quantity, digest }: Counted): Counted {
  return { rows, quantity: decimalToText(decimal(quantity)), digest };
}

async function requireRated({ actor, db }: Scope, id: Id<"ratedItem">) {
  const [item] = await db
    .select()
    .from(ratedItem)
    .where(and(eq(ratedItem.operatorId, actor.operator), eq(ratedItem.id, id)));
  if (!item) throw new Refusal("NOT_FOUND", "There is no such rated item.");
  return item;
}
