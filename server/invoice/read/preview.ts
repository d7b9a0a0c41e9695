import { sql } from "drizzle-orm";
import { subscription } from "@/db/schema/activation";
import { usageBatch } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { type Id, newId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { add, type Money, money } from "@/server/core/money/money";
import { billableUntil } from "@/server/usage/rate-load";
import { composeRange, type RatedInvoice } from "../compose-range";
import type { BillRunRequest } from "../input";

/** Above this many subscriptions the amounts are left to the run itself. */
const subscriptionsMax = 1_000;

export type PreviewTotal = {
  readonly currency: Currency;
  readonly invoices: number;
  readonly lines: number;
  readonly lateLines: number;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
};

/** What a run up to `until` would charge, worked out as the run does, and nothing written. */
export async function previewBillRun(scope: Scope, { until }: BillRunRequest) {
  const { actor, db } = scope;
  const [range] = await db
    .select({
      subscriptions: sql<number>`count(*)::int`,
      first: sql<Id<"subscription"> | null>`min(${subscription.id})`,
      last: sql<Id<"subscription"> | null>`max(${subscription.id})`,
    })
    .from(subscription)
    .where(billableUntil(scope, until));
  const { subscriptions = 0, first = null, last = null } = range ?? {};
  const isExact = subscriptions <= subscriptionsMax;
  if (!isExact || !first || !last) return { subscriptions, isExact, totals: [] as readonly PreviewTotal[] };
  const [closed] = await db
    .select({ last: sql<bigint>`coalesce(max(${usageBatch.number}), 0)`.mapWith(BigInt) })
    .from(usageBatch)
    .where(sql`${usageBatch.operatorId} = ${actor.operator}`);
  const billRunId = newId("billRun", scope.now);
  const wanted = { billRunId, first, last, until, watermark: closed?.last ?? 0n };
  const { invoices } = await composeRange(scope, wanted);
  return { subscriptions, isExact, totals: totalsOf(invoices) };
}

export type BillRunPreview = Awaited<ReturnType<typeof previewBillRun>>;

function totalsOf(invoices: readonly RatedInvoice[]): readonly PreviewTotal[] {
  const totals = new Map<Currency, PreviewTotal>();
  for (const { currency, lines, totals: each } of invoices) {
    const zero = money(0n, currency);
    const none = { currency, invoices: 0, lines: 0, lateLines: 0, net: zero, tax: zero, gross: zero };
    const so = totals.get(currency) ?? none;
    totals.set(currency, {
      currency,
      invoices: so.invoices + 1,
      lines: so.lines + lines.length,
      lateLines: so.lateLines + lines.filter(({ of }) => of.isLate).length,
      net: add(so.net, each.net),
      tax: add(so.tax, each.tax),
      gross: add(so.gross, each.gross),
    });
  }
  return [...totals.values()].sort((left, right) => (left.currency < right.currency ? -1 : 1));
}
