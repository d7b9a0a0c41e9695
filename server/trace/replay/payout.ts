import { type SQL, sql } from "drizzle-orm";
import { payout, payoutItem } from "@/db/schema/payout";
import { settlementRelease } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import { decidePayout } from "@/server/payout/rules/balance";
import { type Check, checkAmount, checkText } from "../rules/check";

type Row = {
  readonly id: string;
  readonly status: string;
  readonly currency: Currency;
  readonly balance: string;
  readonly minimum: string;
  readonly withholding_rate: string;
  readonly gross: string;
  readonly withheld: string;
  readonly net: string;
  readonly iban: string | null;
  readonly items: string;
  readonly strays: string;
};

/** Decides payouts anew from their lines (F-5); `where` speaks of a payout called `paid`. */
export async function checkPayouts({ actor, db }: Scope, where: SQL): Promise<readonly Check[]> {
  const { rows } = await db.execute<Row>(sql`
    select paid.id, paid.status, paid.currency, paid.balance::text, paid.minimum::text,
      paid.withholding_rate::text,
      paid.gross::text, paid.withheld::text, paid.net::text, paid.iban, lines.items, lines.strays
    from ${payout} paid
    cross join lateral (
      select coalesce(sum(item.amount), 0)::text as items,
        count(*) filter (where item.amount is distinct from due.amount)::text as strays
      from ${payoutItem} item left join ${settlementRelease} due on due.operator_id = item.operator_id
        and due.settlement_line_id = item.settlement_line_id and due.payment_id = item.payment_id
      where item.operator_id = paid.operator_id and item.payout_id = paid.id
    ) lines
    where paid.operator_id = ${actor.operator} and paid.status <> 'cancelled' and ${where} order by paid.id`);
  return rows.flatMap(payoutChecks);
}

function payoutChecks({ id, status, currency, iban, ...row }: Row): readonly Check[] {
  const of = { kind: "payout", id };
  const amount = (minor: string) => money(BigInt(minor), currency);
  const again = decidePayout({
    balance: amount(row.balance),
    minimum: amount(row.minimum),
    withholdingRate: BigInt(row.withholding_rate),
    hasAccount: iban !== null,
  });
  const sums = [
    checkAmount("Gross of the payout, from its lines", of, amount(row.gross), amount(row.items)),
    checkText("Lines of the payout that are not what was released", of, row.strays, "0"),
  ];
  // A payout whose account changed before it was carried out is held, with nothing in it.
  if (status === "held") return sums;
  return [
    ...sums,
    checkAmount("Gross of the payout", of, amount(row.gross), again.gross),
    checkAmount("Withheld of the payout", of, amount(row.withheld), again.withheld),
    checkAmount("Net of the payout", of, amount(row.net), again.net),
  ];
}
