import { type SQL, sql } from "drizzle-orm";
import { invoiceLine, paymentAllocation } from "@/db/schema/invoice";
import { settlementLine, settlementRelease } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import type { Currency } from "@/server/core/money/currency";
import { add, type Money, money, sum } from "@/server/core/money/money";
import { releaseParts } from "@/server/settlement/rules/release";
import { type Check, checkAmount } from "../rules/check";

type Row = {
  readonly description: string;
  readonly net: string;
  readonly currency: Currency;
  readonly shares: readonly { id: string; amount: string }[];
  readonly payments: readonly { id: string; net: string }[] | null;
  readonly releases: readonly { line: string; payment: string; amount: string }[] | null;
};

/**
 * Releases anew what each payment made due of a line's parts; `where` speaks of an invoice line called
 * `line`. Payments
 * that no release has dealt with yet are left out. It sees every part, as a division does.
 */
export async function checkReleases({ actor, db }: Scope, where: SQL): Promise<readonly Check[]> {
  const { rows } = await db.execute<Row>(sql`
    select line.description, line.net::text, line.currency, (
        select jsonb_agg(jsonb_build_object('id', part.id, 'amount', part.amount::text) order by part.number)
        from ${settlementLine} part where part.operator_id = line.operator_id
          and part.invoice_line_id = line.id
      ) as shares, (
        select jsonb_agg(jsonb_build_object('id', paid.payment_id, 'net', paid.net::text)
          order by paid.payment_id)
        from ${paymentAllocation} paid where paid.operator_id = line.operator_id
          and paid.invoice_line_id = line.id
      ) as payments, done.releases
    from ${invoiceLine} line
    join lateral (
      select jsonb_agg(jsonb_build_object('line', due.settlement_line_id, 'payment', due.payment_id,
        'amount', due.amount::text)) as releases
      from ${settlementLine} part join ${settlementRelease} due on due.operator_id = part.operator_id
        and due.settlement_line_id = part.id
      where part.operator_id = line.operator_id and part.invoice_line_id = line.id
    ) done on done.releases is not null
    where line.operator_id = ${actor.operator} and ${where} order by line.id`);
  return rows.flatMap(releaseChecks);
}

function releaseChecks({ description, currency, ...row }: Row): readonly Check[] {
  const amount = (minor: string) => money(BigInt(minor), currency);
  const net = amount(row.net);
  // What owes nothing, or less, is released with whichever payment is found to settle its invoice.
  if (net.minor <= 0n) return [];
  const kept = new Map(
    (row.releases ?? []).map((each) => [`${each.line} ${each.payment}`, amount(each.amount)]),
  );
  const released = row.shares.map(() => money(0n, currency));
  const checks: Check[] = [];
  let paid = money(0n, currency);
  for (const payment of row.payments ?? []) {
    if (!row.shares.some(({ id }) => kept.has(`${id} ${payment.id}`))) continue;
    const lines = row.shares.map((share, index) => ({
      amount: amount(share.amount),
      released: released[index] as Money,
    }));
    const parts = releaseParts(net, paid, amount(payment.net), lines);
    paid = sum([paid, amount(payment.net)], currency);
    for (const [index, { id }] of row.shares.entries()) {
      const part = parts[index] as Money;
      released[index] = add(released[index] as Money, part);
      const stored = kept.get(`${id} ${payment.id}`) ?? money(0n, currency);
      const what = `Released of part ${index + 1} of ${description}`;
      checks.push(checkAmount(what, { kind: "settlement_line", id }, stored, part));
    }
  }
  return checks;
}
