import { sql } from "drizzle-orm";
import { subscriptionItem } from "@/db/schema/activation";
import { meter } from "@/db/schema/offer";
import { ratedItem } from "@/db/schema/rating";
import { usageEvent, usageFile, usageParked, usageRejected } from "@/db/schema/usage";
import { elevated, type Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { UsageRowRef } from "./input";

/** One row of a file, wherever it went: taken in, parked or rejected. */
export type UsageRowSeen = {
  /** `file.row` */
  readonly id: string;
  readonly fileId: Id<"usageFile">;
  readonly fileName: string | null;
  readonly rowNumber: number;
  readonly state: "rated" | "accepted" | "parked" | "replayed" | "written_off" | "rejected" | null;
  /** Null where the asker knows the file alone. */
  readonly quantity: string | null;
  readonly unit: string;
  readonly usedAt: Date | null;
  readonly resource: string | null;
  readonly rowHash: string | null;
  /** Why it waits or was rejected. */
  readonly message: string | null;
};

type Row = {
  readonly name: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly used_at: string | null;
  readonly resource: string | null;
  readonly row_hash: string | null;
  readonly rated: boolean | null;
  readonly parked: string | null;
  readonly message: string | null;
  readonly rejected: string | null;
};

export function rowId({ fileId, rowNumber }: UsageRowRef): string {
  return `${fileId}.${rowNumber}`;
}

/** Reads `file.row` back; null for anything else. */
export function rowRef(id: string): UsageRowRef | null {
  const read = /^(ufl_[0-9a-z]+)\.(\d{1,9})$/.exec(id);
  return read ? { fileId: read[1] as Id<"usageFile">, rowNumber: Number(read[2]) } : null;
}

/**
 * The row as far as the asker may see it: who stands above its customer, who sent its file, and the operator.
 */
export async function readUsageRow({ actor, db }: Scope, id: string): Promise<UsageRowSeen | null> {
  const ref = rowRef(id);
  if (ref === null) return null;
  const { rows } = await db.execute<Row>(sql`
    select file.name, coalesce(used.quantity, parked.quantity)::text as quantity, coalesce(meter.unit,
      parked.unit) as unit,
      coalesce(used.used_at, parked.used_at) as used_at, coalesce(used.resource, parked.resource) as resource,
      coalesce(used.row_hash, parked.row_hash)::text as row_hash, parked.status as parked,
      coalesce(case when parked.status <> 'replayed' then parked.message end, rejected."column" || ': '
        || rejected.reason) as message,
      rejected.reason as rejected, case when used.key is not null then exists (select from ${ratedItem} rated
        where rated.operator_id = used.operator_id and rated.subscription_item_id = used.subscription_item_id
          and rated."from" <= used.used_at and rated."to" > used.used_at
          and rated.batch_after < used.batch and rated.batch_up_to >= used.batch) end as rated
    from (select ${actor.operator} as operator_id, ${ref.fileId} as file_id,
      ${ref.rowNumber}::int as row_number) one
    left join ${usageFile} file on file.operator_id = one.operator_id and file.id = one.file_id
    left join ${usageEvent} used on used.operator_id = one.operator_id and used.file_id = one.file_id
      and used.row_number = one.row_number
    left join ${meter} meter on meter.operator_id = used.operator_id and meter.id = used.meter_id
    left join ${usageParked} parked on parked.operator_id = one.operator_id and parked.file_id = one.file_id
      and parked.row_number = one.row_number
    left join ${usageRejected} rejected on rejected.operator_id = one.operator_id
      and rejected.file_id = one.file_id
      and rejected.row_number = one.row_number
    where coalesce(file.id, used.file_id, parked.file_id, rejected.file_id) is not null limit 1`);
  const [row] = rows;
  return row ? { id, ...ref, ...seen(row) } : null;
}

function seen({ name, quantity, unit, used_at, resource, row_hash, message, ...row }: Row) {
  const state =
    row.rated === null ? (row.rejected === null ? row.parked : "rejected") : row.rated ? "rated" : "accepted";
  return {
    fileName: name,
    state: state as UsageRowSeen["state"],
    quantity: quantity === null ? null : decimalToText(decimal(quantity)),
    unit: unit ?? "",
    usedAt: used_at === null ? null : new Date(used_at),
    resource,
    rowHash: row_hash,
    message,
  };
}

/** The row, or a refusal that does not tell a stranger's row from one that is not there. */
export async function requireUsageRow(scope: Scope, ref: UsageRowRef): Promise<UsageRowSeen> {
  const found = await readUsageRow(scope, rowId(ref));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such row.");
  return found;
}

/** The rated item whose window and batches cover a row, by its id alone. */
export function findRatedOfRow(scope: Scope, { fileId, rowNumber }: UsageRowRef): Promise<string | null> {
  return elevated(scope, async ({ actor, db }) => {
    const { rows } = await db.execute<{ id: string }>(sql`
      select rated.id from ${usageEvent} used
      join ${subscriptionItem} item on item.operator_id = used.operator_id
        and item.id = used.subscription_item_id
      join ${ratedItem} rated on rated.operator_id = used.operator_id
        and rated.subscription_item_id = item.id and rated."from" <= used.used_at
          and rated."to" > used.used_at
        and rated.batch_after < used.batch and rated.batch_up_to >= used.batch
      where used.operator_id = ${actor.operator} and used.file_id = ${fileId}
        and used.row_number = ${rowNumber}`);
    return rows[0]?.id ?? null;
  });
}
