import { and, asc, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { party } from "@/db/schema/party";
import { paymentFile, payout, payoutItem, payoutRun } from "@/db/schema/payout";
import { settlementLine } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { offsetOf } from "@/server/core/list";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { PayoutList, PayoutRef, RunList, RunRef } from "../input";
import type { PayoutRunStatus, PayoutStatus } from "../rules/vocabulary";

/** A run, held until the transaction ends, so that it is decided and carried out once. */
export async function holdRun({ actor, db }: Scope, id: Id<"payoutRun">) {
  const [held] = await db
    .select()
    .from(payoutRun)
    .where(and(eq(payoutRun.operatorId, actor.operator), eq(payoutRun.id, id)))
    .for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such payout run.");
  return held;
}

const runSorts = {
  proposedAt: payoutRun.proposedAt,
  cutoff: payoutRun.cutoff,
  status: payoutRun.status,
} as const;

export async function listRuns({ actor, db }: Scope, input: RunList) {
  const where = and(
    eq(payoutRun.operatorId, actor.operator),
    input.q ? ilike(payoutRun.number, like(input.q)) : undefined,
    input.filters.status?.length
      ? inArray(payoutRun.status, input.filters.status as PayoutRunStatus[])
      : undefined,
  );
  const way = input.dir === "asc" ? asc : desc;
  const rows = await db
    .select()
    .from(payoutRun)
    .where(where)
    .orderBy(way(runSorts[input.sort]), desc(payoutRun.id))
    .limit(input.size)
    .offset(offsetOf(input));
  const totals = await totalsOf(
    { actor, db } as Scope,
    rows.map(({ id }) => id),
  );
  const listed = rows.map((row) => ({ ...row, totals: totals.filter(({ runId }) => runId === row.id) }));
  return { rows: listed, total: await db.$count(payoutRun, where) };
}

/** A run with its totals by currency and its file for the bank. */
export async function readRun(scope: Scope, { id }: RunRef) {
  const { actor, db } = scope;
  const [run] = await db
    .select()
    .from(payoutRun)
    .where(and(eq(payoutRun.operatorId, actor.operator), eq(payoutRun.id, id)));
  if (!run) throw new Refusal("NOT_FOUND", "There is no such payout run.");
  const [file] = await db
    .select({ name: paymentFile.name, digest: paymentFile.digest, payouts: paymentFile.payouts })
    .from(paymentFile)
    .where(and(eq(paymentFile.operatorId, actor.operator), eq(paymentFile.payoutRunId, id)));
  return { ...run, totals: await totalsOf(scope, [id]), file: file ?? null };
}

export async function readPaymentFile({ actor, db }: Scope, { id }: RunRef) {
  const [file] = await db
    .select()
    .from(paymentFile)
    .where(and(eq(paymentFile.operatorId, actor.operator), eq(paymentFile.payoutRunId, id)));
  if (!file) throw new Refusal("NOT_FOUND", "This run has no file for the bank yet.");
  return file;
}

async function totalsOf({ actor, db }: Scope, ids: readonly Id<"payoutRun">[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      runId: payout.payoutRunId,
      currency: payout.currency,
      parties: sql<number>`count(*) filter (where ${payout.status} in ('pending', 'completed'))::int`,
      carried: sql<number>`count(*) filter (where ${payout.status} not in ('pending', 'completed'))::int`,
      gross: sql<bigint>`sum(${payout.gross})`.mapWith(BigInt),
      withheld: sql<bigint>`sum(${payout.withheld})`.mapWith(BigInt),
      net: sql<bigint>`sum(${payout.net})`.mapWith(BigInt),
    })
    .from(payout)
    .where(and(eq(payout.operatorId, actor.operator), inArray(payout.payoutRunId, [...ids])))
    .groupBy(payout.payoutRunId, payout.currency)
    .orderBy(payout.currency);
  return rows.map((row) => ({
    ...row,
    gross: money(row.gross, row.currency),
    withheld: money(row.withheld, row.currency),
    net: money(row.net, row.currency),
  }));
}

const payoutSorts = {
  createdAt: payout.createdAt,
  gross: payout.gross,
  party: party.name,
  status: payout.status,
} as const;

/**
 * Payouts that the asker may see: all, for the operator; else its own. The account is shown by its last
 * four characters.
 */
export async function listPayouts({ actor, db }: Scope, input: PayoutList) {
  const where = and(
    eq(payout.operatorId, actor.operator),
    input.q ? or(ilike(party.name, like(input.q)), ilike(payoutRun.number, like(input.q))) : undefined,
    input.filters.status?.length ? inArray(payout.status, input.filters.status as PayoutStatus[]) : undefined,
    input.filters.run?.length
      ? inArray(payout.payoutRunId, input.filters.run as Id<"payoutRun">[])
      : undefined,
  );
  const way = input.dir === "asc" ? asc : desc;
  const rows = await db
    .select({
      payout,
      partyName: party.name,
      runNumber: payoutRun.number,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(payout)
    .leftJoin(party, and(eq(party.operatorId, payout.operatorId), eq(party.id, payout.partyId)))
    .leftJoin(
      payoutRun,
      and(eq(payoutRun.operatorId, payout.operatorId), eq(payoutRun.id, payout.payoutRunId)),
    )
    .where(where)
    .orderBy(way(payoutSorts[input.sort]), desc(payout.id))
    .limit(input.size)
    .offset(offsetOf(input));
  return {
    rows: rows.map(({ payout: each, ...rest }) => ({ ...rest, ...shown(each) })),
    total: rows[0]?.total ?? 0,
  };
}

/** One payout with the settlement lines it pays. */
export async function readPayout({ actor, db }: Scope, { id }: PayoutRef) {
  const [found] = await db
    .select({ payout, partyName: party.name })
    .from(payout)
    .leftJoin(party, and(eq(party.operatorId, payout.operatorId), eq(party.id, payout.partyId)))
    .where(and(eq(payout.operatorId, actor.operator), eq(payout.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such payout.");
  const items = await db
    .select({
      id: settlementLine.id,
      description: settlementLine.description,
      kind: settlementLine.kind,
      amount: payoutItem.amount,
    })
    .from(payoutItem)
    .innerJoin(
      settlementLine,
      and(
        eq(settlementLine.operatorId, payoutItem.operatorId),
        eq(settlementLine.id, payoutItem.settlementLineId),
      ),
    )
    .where(and(eq(payoutItem.operatorId, actor.operator), eq(payoutItem.payoutId, id)))
    .orderBy(settlementLine.id)
    .limit(1000);
  const { currency } = found.payout;
  const lines = items.map((item) => ({ ...item, amount: money(item.amount, currency) }));
  return { ...shown(found.payout), partyName: found.partyName, lines };
}

function shown(row: typeof payout.$inferSelect) {
  const of = (minor: bigint, currency: Currency = row.currency) => money(minor, currency);
  const { iban, ...rest } = row;
  return {
    ...rest,
    account: iban === null ? null : `•••• ${iban.slice(-4)}`,
    balance: of(row.balance),
    minimum: of(row.minimum),
    gross: of(row.gross),
    withheld: of(row.withheld),
    net: of(row.net),
  };
}

function like(text: string): string {
  return `%${text.replace(/[%_\\]/g, "\\$&")}%`;
}

export type RunSeen = Awaited<ReturnType<typeof listRuns>>["rows"][number];
export type RunDetail = Awaited<ReturnType<typeof readRun>>;
export type PayoutSeen = Awaited<ReturnType<typeof listPayouts>>["rows"][number];
