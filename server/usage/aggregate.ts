import { sql } from "drizzle-orm";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { ratedItem } from "@/db/schema/rating";
import { rowsDigest, usageEvent } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { calendarMonth, dayFromText } from "@/server/core/calendar";
import { type Decimal, decimal } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import type { Period } from "@/server/core/period";

/**
 * A range of subscriptions `[first, last]`, charged for what ended by `until` and came in up to batch
 * `watermark`.
 */
export type RateRange = {
  readonly first: Id<"subscription">;
  readonly last: Id<"subscription">;
  readonly until: Date;
  readonly watermark: bigint;
};

/** The batch before the first: nothing of the window was charged yet. */
export const noBatch = -1n;

/** The rows of one item and calendar month that no earlier item charged. */
export type MeasuredUsage = {
  readonly month: Period;
  readonly rows: number;
  readonly quantity: Decimal;
  readonly digest: string;
  /** The last batch that an earlier item of the window charged, or `noBatch`. */
  readonly batchAfter: bigint;
  readonly quantityBefore: Decimal;
};

export type UsageByItem = ReadonlyMap<Id<"subscriptionItem">, readonly MeasuredUsage[]>;

/**
 * Counts and adds up the rows that are due, in one statement. A month is the calendar month where the
 * customer is. Every run looks at all rows up to its watermark, so a row whose month an earlier run
 * charged is late if its batch is younger than the last one charged for its item, and was charged if it
 * is not.
 */
export async function aggregateUsage({ actor, db }: Scope, range: RateRange): Promise<UsageByItem> {
  const { first, last, until, watermark } = range;
  const { rows } = await db.execute<Row>(sql`
    with metered as (
      select item.id, sub.time_zone, done.batch, done.rated_to,
        date_trunc('month', ${until.toISOString()}::timestamptz at time zone sub.time_zone)
          at time zone sub.time_zone as ends
      from ${subscription} sub
      join ${subscriptionItem} item on item.operator_id = sub.operator_id and item.subscription_id = sub.id
      left join lateral (
        select max(batch_up_to) as batch, max("to") as rated_to from ${ratedItem} earlier
        where earlier.operator_id = ${actor.operator} and earlier.subscription_item_id = item.id
      ) done on true
      where sub.operator_id = ${actor.operator} and sub.id between ${first} and ${last}
        and item.charge = 'usage'
    ), measured as (
      select metered.id, metered.time_zone,
        date_trunc('month', used_at at time zone metered.time_zone) as month,
        count(*)::int as rows, sum(quantity)::text as quantity, ${rowsDigest} as digest
      from metered join ${usageEvent} on ${usageEvent.operatorId} = ${actor.operator}
        and ${usageEvent.subscriptionItemId} = metered.id and ${usageEvent.usedAt} < metered.ends
      where ${usageEvent.batch} <= ${watermark}
        and (metered.rated_to is null or used_at >= metered.rated_to or ${usageEvent.batch} > metered.batch)
      group by metered.id, metered.time_zone, month
    )
    select measured.id, to_char(month, 'YYYY-MM-DD') as day, measured.time_zone, measured.rows,
      measured.quantity, measured.digest, before.batch::text, before.quantity::text as before
    from measured left join lateral (
      select max(batch_up_to) as batch, sum(quantity) as quantity from ${ratedItem} earlier
      where earlier.operator_id = ${actor.operator} and earlier.subscription_item_id = measured.id
        and earlier."from" = month at time zone measured.time_zone
    ) before on true
    order by measured.id, month`);
  const byItem = new Map<Id<"subscriptionItem">, MeasuredUsage[]>();
  for (const row of rows) byItem.set(row.id, [...(byItem.get(row.id) ?? []), measuredUsage(row)]);
  return byItem;
}

type Row = {
  readonly id: Id<"subscriptionItem">;
  readonly day: string;
  readonly time_zone: string;
  readonly rows: number;
  readonly quantity: string;
  readonly digest: string;
  readonly batch: string | null;
  readonly before: string | null;
};

function measuredUsage({ day, time_zone, rows, quantity, digest, batch, before }: Row): MeasuredUsage {
  return {
    month: calendarMonth(dayFromText(day, time_zone), time_zone),
    rows,
    quantity: decimal(quantity),
    digest,
    batchAfter: batch === null ? noBatch : BigInt(batch),
    quantityBefore: decimal(before ?? "0"),
  };
}
