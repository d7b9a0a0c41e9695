import { sql } from "drizzle-orm";
import { invoice } from "@/db/schema/invoice";
import { settlementLine } from "@/db/schema/settlement";
import { isOperator } from "@/server/access/actor";
import { may } from "@/server/access/permissions";
import type { Scope } from "@/server/access/scope";
import { addMonthsAnchored, calendarMonth, dayText } from "@/server/core/calendar";
import { type Money, money } from "@/server/core/money/money";
import type { Period } from "@/server/core/period";
import type { SettlementKind } from "@/server/settlement/rules/vocabulary";
import type { Home } from "./home";

const monthsShown = 6;

export type Chart = {
  readonly label: string;
  readonly series: readonly { readonly id: string; readonly label: string }[];
  /** One a month, oldest first, `2026-03`. */
  readonly points: readonly { readonly at: string; readonly values: Readonly<Record<string, Money>> }[];
};

export type Step = {
  readonly label: string;
  readonly amount: Money;
  readonly kind: "whole" | "part" | "rest";
};

/** The last months in the organisation's own currency; null where the asker's role has no sight of money. */
export async function chartOf(scope: Scope, home: Home): Promise<Chart | null> {
  if (!may(scope.actor, "settlement.read")) return null;
  const months = lastMonths(scope.now, home.timeZone);
  const own = await monthly(scope, home, months, "earned");
  const series = isOperator(scope.actor)
    ? [
        { id: "invoiced", label: "Invoiced, net", sums: await monthly(scope, home, months, "invoiced") },
        { id: "kept", label: "Kept", sums: own },
      ]
    : [{ id: "earned", label: "Earned", sums: own }];
  return {
    label: isOperator(scope.actor)
      ? "What was invoiced to customers, and what of it we kept, by month"
      : "What was earned, by month",
    series: series.map(({ id, label }) => ({ id, label })),
    points: months.map(({ from }) => {
      const at = monthText(from, home.timeZone);
      const values = series.map(({ id, sums }) => [id, money(sums.get(at) ?? 0n, home.currency)] as const);
      return { at, values: Object.fromEntries(values) };
    }),
  };
}

type Divided = { readonly kind: SettlementKind; readonly own: boolean; readonly amount: string };

const partLabels = {
  supplier_cost: "Suppliers",
  margin: "Partners' margins",
  share: "Partners' shares",
  fee: "Marketplaces",
  discount_support: "Discounts borne",
} as const satisfies Record<SettlementKind, string>;

/**
 * How the newest divided month went from what customers pay to what the operator keeps; null before there is
 * one.
 */
export async function waterfallOf(scope: Scope, home: Home) {
  if (!isOperator(scope.actor)) return null;
  const { actor, db } = scope;
  for (const month of lastMonths(scope.now, home.timeZone).slice(-2).reverse()) {
    const { rows } = await db.execute<Divided>(sql`
      select kind, party_id = ${actor.party} as own, sum(amount)::text as amount from ${settlementLine}
      where operator_id = ${actor.operator} and currency = ${home.currency}
        and accrued_at >= ${month.from.toISOString()}
        and accrued_at < ${month.to.toISOString()} group by 1, 2`);
    if (rows.length > 0) return { month: monthText(month.from, home.timeZone), steps: stepsOf(rows, home) };
  }
  return null;
}

function stepsOf(rows: readonly Divided[], { currency }: Home): readonly Step[] {
  const total = (of: readonly Divided[]) => of.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const parts = (Object.keys(partLabels) as SettlementKind[]).flatMap((kind): Step[] => {
    const amount = total(rows.filter((row) => row.kind === kind && !row.own));
    return amount === 0n ? [] : [{ label: partLabels[kind], amount: money(amount, currency), kind: "part" }];
  });
  return [
    { label: "Customers", amount: money(total(rows), currency), kind: "whole" },
    ...parts,
    { label: "Kept", amount: money(total(rows.filter(({ own }) => own)), currency), kind: "rest" },
  ];
}

/** Whole calendar months where the organisation lives, the running one last. */
export function lastMonths(now: Date, timeZone: string): readonly Period[] {
  const { from: first } = calendarMonth(now, timeZone);
  return Array.from({ length: monthsShown }, (_, index) => {
    const back = index - monthsShown + 1;
    return {
      from: addMonthsAnchored(first, back, timeZone),
      to: addMonthsAnchored(first, back + 1, timeZone),
    };
  });
}

async function monthly(
  { actor, db }: Scope,
  { currency, timeZone }: Home,
  months: readonly Period[],
  what: "earned" | "invoiced",
): Promise<ReadonlyMap<string, bigint>> {
  const [from, to] = [months[0]?.from ?? new Date(0), months.at(-1)?.to ?? new Date(0)];
  const source =
    what === "earned"
      ? sql`select accrued_at as at, amount from ${settlementLine}
          where operator_id = ${actor.operator} and party_id = ${actor.party} and currency = ${currency}
            and accrued_at >= ${from.toISOString()} and accrued_at < ${to.toISOString()}`
      : sql`select issued_at as at, net as amount from ${invoice}
          where operator_id = ${actor.operator} and currency = ${currency}
            and issued_at >= ${from.toISOString()} and issued_at < ${to.toISOString()}`;
  const { rows } = await db.execute<{ month: string; amount: string }>(sql`
    select to_char(at at time zone ${timeZone}, 'YYYY-MM') as month, sum(amount)::text as amount
    from (${source}) moves group by 1`);
  return new Map(rows.map(({ month, amount }) => [month, BigInt(amount)]));
}

function monthText(instant: Date, timeZone: string): string {
  return dayText(instant, timeZone).slice(0, 7);
}
