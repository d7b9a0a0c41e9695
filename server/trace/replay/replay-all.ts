import { sql } from "drizzle-orm";
import { invoice, invoiceLine } from "@/db/schema/invoice";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import type { Period } from "@/server/core/period";
import { Refusal } from "@/server/core/refusal";
import type { Check } from "../rules/check";
import { checkDivisions } from "./division";
import { checkInvoices } from "./invoice";
import { checkPayouts } from "./payout";
import { checkLegs, checkRows } from "./rated";
import { checkReleases } from "./release";

/** How many invoices are replayed at a time, so that memory stays small however long the period is. */
const invoicesAtOnce = 200;

export type ReplayedAll = { readonly checked: number; readonly differences: readonly Check[] };

/** Computes everything anew that was issued or paid out in a period, and names what differs. */
export async function replayAll(scope: Scope, period: Period): Promise<ReplayedAll> {
  if (!isOperator(scope.actor)) throw new Refusal("NOT_ALLOWED", "Only the operator sees all amounts.");
  const [from, to] = [period.from.toISOString(), period.to.toISOString()];
  const { rows } = await scope.db.execute<{ id: string }>(sql`
    select bill.id from ${invoice} bill where bill.operator_id = ${scope.actor.operator}
      and bill.issued_at >= ${from} and bill.issued_at < ${to} order by bill.id`);
  const differences: Check[] = [];
  let checked = 0;
  const take = (checks: readonly Check[]) => {
    checked += checks.length;
    differences.push(...checks.filter(({ agrees }) => !agrees));
  };
  for (let start = 0; start < rows.length; start += invoicesAtOnce) {
    const ids = rows.slice(start, start + invoicesAtOnce).map(({ id }) => id);
    const listed = sql`any(${sql.param(ids)}::text[])`;
    const rated = sql`rated.id in (select line.rated_item_id from ${invoiceLine} line
      where line.operator_id = rated.operator_id and line.invoice_id = ${listed})`;
    take(await checkRows(scope, rated));
    take(await checkLegs(scope, rated));
    take(await checkInvoices(scope, sql`bill.id = ${listed}`));
    take(await checkDivisions(scope, sql`line.invoice_id = ${listed}`));
    take(await checkReleases(scope, sql`line.invoice_id = ${listed}`));
  }
  take(await checkPayouts(scope, sql`paid.created_at >= ${from} and paid.created_at < ${to}`));
  return { checked, differences };
}
