import { type SQL, sql } from "drizzle-orm";
import { subscriptionItem } from "@/db/schema/activation";
import { orderLeg } from "@/db/schema/order";
import { ratedItem, ratedLeg } from "@/db/schema/rating";
import { rowsDigest, usageEvent } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import { canonicalJson } from "@/server/core/digest";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { PinnedPrice } from "@/server/offer/rules/vocabulary";
import { rateLeg } from "@/server/usage/rules/rate-leg";
import type { Working } from "@/server/usage/rules/vocabulary";
import { type Check, checkAmount, checkText } from "../rules/check";

type RowsRow = {
  readonly id: string;
  readonly name: string | null;
  readonly rows: number;
  readonly quantity: string;
  readonly digest: string;
  readonly found_rows: number;
  readonly found_quantity: string;
  readonly found_digest: string;
};

/**
 * Counts, adds up and digests the usage rows of rated items anew; `where` speaks of a rated item called
 * `rated`.
 */
export async function checkRows({ actor, db }: Scope, where: SQL): Promise<readonly Check[]> {
  const { rows } = await db.execute<RowsRow>(sql`
    select rated.id, item.name, rated.rows, rated.quantity::text, rated.digest, found.*
    from ${ratedItem} rated
    left join ${subscriptionItem} item on item.operator_id = rated.operator_id
      and item.id = rated.subscription_item_id
    cross join lateral (
      select count(*)::int as found_rows, coalesce(sum(quantity), 0)::text as found_quantity,
        ${rowsDigest} as found_digest
      from ${usageEvent} where ${usageEvent.operatorId} = rated.operator_id
        and ${usageEvent.subscriptionItemId} = rated.subscription_item_id
        and ${usageEvent.usedAt} >= rated."from" and ${usageEvent.usedAt} < rated."to"
        and ${usageEvent.batch} > rated.batch_after and ${usageEvent.batch} <= rated.batch_up_to
    ) found
    where rated.operator_id = ${actor.operator} and rated.charge = 'usage' and ${where} order by rated.id`);
  return rows.map((row) => {
    const what = `Usage rows of ${row.name ?? "the item"}: count, sum and digest`;
    const text = (count: number, sum: string, digest: string) =>
      `${count} rows, ${decimalToText(decimal(sum))}, ${digest}`;
    return checkText(
      what,
      { kind: "rated_item", id: row.id },
      text(row.rows, row.quantity, row.digest),
      text(row.found_rows, row.found_quantity, row.found_digest),
    );
  });
}

type LegRow = {
  readonly id: string;
  readonly number: number;
  readonly name: string | null;
  readonly list_amount: string;
  readonly discount_amount: string;
  readonly amount: string;
  readonly currency: Currency;
  readonly working: Working;
  readonly price: PinnedPrice;
  readonly discount_rate: string;
  readonly quantity: string;
  readonly quantity_before: string;
  readonly charge: string;
  readonly batch_after: string;
  readonly days_charged: number;
  readonly days_of_period: number;
};

/**
 * Rates anew, from the price that the order pinned and the quantity that was charged; `where` speaks of a
 * rated item
 * called `rated`. Whoever asks gets the edges whose price is theirs to know.
 */
export async function checkLegs({ actor, db }: Scope, where: SQL): Promise<readonly Check[]> {
  const { rows } = await db.execute<LegRow>(sql`
    select leg.id, leg.number, item.name, leg.list_amount::text, leg.discount_amount::text, leg.amount::text,
      leg.currency, leg.working, pinned.price, pinned.discount_rate::text, rated.quantity::text,
      rated.quantity_before::text, rated.charge, rated.batch_after::text, rated.days_charged,
      rated.days_of_period
    from ${ratedItem} rated
    join ${ratedLeg} leg on leg.operator_id = rated.operator_id and leg.rated_item_id = rated.id
    join ${orderLeg} pinned on pinned.operator_id = leg.operator_id and pinned.id = leg.order_leg_id
    left join ${subscriptionItem} item on item.operator_id = rated.operator_id
      and item.id = rated.subscription_item_id
    where rated.operator_id = ${actor.operator} and ${where} order by rated.id, leg.number`);
  return rows.flatMap(legChecks);
}

function legChecks(row: LegRow): readonly Check[] {
  const { currency, price } = row;
  const of = { kind: "rated_leg", id: row.id };
  const again = rateLeg(
    { price, currency, discountRate: BigInt(row.discount_rate) },
    {
      quantity: decimal(row.quantity),
      quantityBefore: decimal(row.quantity_before),
      // A batch before the first, below nought, says that the window was not charged yet.
      continues: row.charge === "usage" && BigInt(row.batch_after) >= 0n,
      daysCharged: row.days_charged,
      daysOfPeriod: row.days_of_period,
    },
  );
  const kept = (minor: string) => money(BigInt(minor), currency);
  const what = (words: string) => `${words} of ${row.name ?? "the item"} on edge ${row.number}`;
  const working = checkText(what("Working"), of, canonicalJson(row.working), canonicalJson(again.working));
  return [
    checkAmount(what("List amount"), of, kept(row.list_amount), again.listAmount),
    checkAmount(what("Discount"), of, kept(row.discount_amount), again.discountAmount),
    checkAmount(what("Amount"), of, kept(row.amount), again.amount),
    ...(working.agrees ? [] : [working]),
  ];
}
