import { sql } from "drizzle-orm";
import { usageFile, usageParked, usageSource } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import { groupFacts, ofGroup } from "../group";
import type { ParkedGroup, ParkedList, ParkedRows } from "../input";
import type { ParkedReason } from "../rules/vocabulary";

/** Rows that wait for one thing, and how much usage stands behind it. */
export type ParkedSeen = ParkedGroup & {
  readonly source: string;
  readonly message: string;
  readonly rows: number;
  readonly files: number;
  /** Null where the rows count in several units, which do not add up. */
  readonly quantity: string | null;
  readonly counted: string | null;
  readonly since: Date;
  readonly usedFrom: Date;
  readonly usedTo: Date;
};

type GroupRow = Omit<ParkedSeen, "sourceId" | "since" | "usedFrom" | "usedTo"> & {
  readonly source_id: Id<"usageSource">;
  readonly reason: ParkedReason;
  readonly since: string;
  readonly used_from: string;
  readonly used_to: string;
  readonly total: number;
};

const sorts = { rows: sql`rows`, reason: sql`reason`, since: sql`since` } as const;

/** What waits, by cause, the causes with most rows first unless asked otherwise. */
export async function listParked({ actor, db }: Scope, input: ParkedList): Promise<Page<ParkedSeen>> {
  const { q, filters, sort, dir, size } = input;
  const words = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const only = (names: readonly string[] | undefined) => JSON.stringify(names ?? []);
  const { rows } = await db.execute<GroupRow>(sql`
    select parked.source_id, source.name as source, parked.reason, ${groupFacts.account} as account,
      ${groupFacts.service} as service, ${groupFacts.sku} as sku, ${groupFacts.unit} as unit,
      min(parked.message) as message, count(*)::int as rows, count(distinct parked.file_id)::int as files,
      case when min(parked.unit) = max(parked.unit) then sum(parked.quantity)::text end as quantity,
      case when min(parked.unit) = max(parked.unit) then min(parked.unit) end as counted,
      min(parked.parked_at) as since, min(parked.used_at) as used_from, max(parked.used_at) as used_to,
      count(*) over ()::int as total
    from ${usageParked} parked
    join ${usageSource} source on source.operator_id = parked.operator_id and source.id = parked.source_id
    where parked.operator_id = ${actor.operator} and parked.status = 'parked'
      and (${q} = '' or parked.account ilike ${words} or parked.service ilike ${words}
        or parked.sku ilike ${words})
      and (${only(filters.reason)}::jsonb = '[]' or ${only(filters.reason)}::jsonb ? parked.reason)
      and (${only(filters.source)}::jsonb = '[]' or ${only(filters.source)}::jsonb ? parked.source_id)
    group by 1, 2, 3, 4, 5, 6, 7
    order by ${sorts[sort]} ${dir === "asc" ? sql`asc` : sql`desc`}, reason, account, service, sku, unit
    limit ${size} offset ${offsetOf(input)}`);
  return { rows: rows.map(groupSeen), total: rows[0]?.total ?? 0 };
}

function groupSeen({
  source_id,
  since,
  used_from,
  used_to,
  quantity,
  total: _total,
  ...row
}: GroupRow): ParkedSeen {
  return {
    ...row,
    sourceId: source_id,
    quantity: quantity === null ? null : decimalToText(decimal(quantity)),
    since: new Date(since),
    usedFrom: new Date(used_from),
    usedTo: new Date(used_to),
  };
}

export type ParkedRowSeen = {
  readonly fileId: Id<"usageFile">;
  readonly file: string;
  readonly rowNumber: number;
  readonly account: string;
  readonly service: string;
  readonly sku: string;
  readonly resource: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly usedAt: Date;
  readonly message: string;
};

type ParkedRow = Omit<ParkedRowSeen, "fileId" | "rowNumber" | "usedAt"> & {
  readonly file_id: Id<"usageFile">;
  readonly row_number: number;
  readonly used_at: string;
  readonly total: number;
};

/** The rows of one group, in the order in which they came. */
export async function listParkedRows({ actor, db }: Scope, input: ParkedRows): Promise<Page<ParkedRowSeen>> {
  const { rows } = await db.execute<ParkedRow>(sql`
    select parked.file_id, file.name as file, parked.row_number, parked.account, parked.service, parked.sku,
      parked.resource, parked.quantity::text as quantity, parked.unit, parked.used_at, parked.message,
      count(*) over ()::int as total
    from ${usageParked} parked
    join ${usageFile} file on file.operator_id = parked.operator_id and file.id = parked.file_id
    where parked.operator_id = ${actor.operator} and ${ofGroup(input.group)}
    order by file.received_at, parked.file_id, parked.row_number
    limit ${input.size} offset ${offsetOf(input)}`);
  const seen = rows.map(
    ({ file_id, row_number, used_at, quantity, total: _total, ...row }): ParkedRowSeen => ({
      ...row,
      fileId: file_id,
      rowNumber: row_number,
      quantity: decimalToText(decimal(quantity)),
      usedAt: new Date(used_at),
    }),
  );
  return { rows: seen, total: rows[0]?.total ?? 0 };
}
