import { and, asc, desc, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import { invoice, payment } from "@/db/schema/invoice";
import { party } from "@/db/schema/party";
import { payoutItem } from "@/db/schema/payout";
import { ruleVersion, settlementLine, settlementRelease } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import type { Id, PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import type { Currency } from "@/server/core/money/currency";
import { type Money, money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { InvoiceLineRef, SettlementLineRef, SettlementList } from "./input";
import type { SettlementKind } from "./rules/vocabulary";

/** Invoices of a run that have payments: their shares may be waiting for the division. */
export async function readPaidInvoices({ actor, db }: Scope, billRunId: Id<"billRun">) {
  const rows = await db
    .selectDistinct({ id: invoice.id })
    .from(invoice)
    .innerJoin(payment, and(eq(payment.operatorId, invoice.operatorId), eq(payment.invoiceId, invoice.id)))
    .where(and(eq(invoice.operatorId, actor.operator), eq(invoice.billRunId, billRunId)))
    .orderBy(invoice.id);
  return rows.map(({ id }) => id);
}

const released = sql<bigint>`coalesce((select sum(${settlementRelease.amount}) from ${settlementRelease}
  where ${settlementRelease.operatorId} = ${settlementLine.operatorId}
    and ${settlementRelease.settlementLineId} = ${settlementLine.id}), 0)`.mapWith(BigInt);
const paidOut = sql<bigint>`coalesce((select sum(${payoutItem.amount}) from ${payoutItem}
  where ${payoutItem.operatorId} = ${settlementLine.operatorId}
    and ${payoutItem.settlementLineId} = ${settlementLine.id}), 0)`.mapWith(BigInt);

const columns = {
  id: settlementLine.id,
  kind: settlementLine.kind,
  partyId: settlementLine.partyId,
  partyName: party.name,
  description: settlementLine.description,
  invoiceId: settlementLine.invoiceId,
  invoiceLineId: settlementLine.invoiceLineId,
  amount: settlementLine.amount,
  currency: settlementLine.currency,
  accruedAt: settlementLine.accruedAt,
  released,
  paidOut,
};

const sorts = {
  accruedAt: [settlementLine.accruedAt, settlementLine.id],
  amount: [settlementLine.amount],
  party: [party.name],
  kind: [settlementLine.kind],
} as const;

/**
 * The settlement lines that the asker may see: all, for the operator; else what it earns, and the shares
 * it pays.
 */
export async function listSettlementLines(scope: Scope, input: SettlementList) {
  const { db, actor } = scope;
  const where = and(
    eq(settlementLine.operatorId, actor.operator),
    input.q ? ilike(settlementLine.description, `%${input.q.replace(/[%_\\]/g, "\\$&")}%`) : undefined,
    input.filters.kind?.length
      ? inArray(settlementLine.kind, input.filters.kind as SettlementKind[])
      : undefined,
    input.filters.party?.length
      ? inArray(settlementLine.partyId, input.filters.party as PartyId[])
      : undefined,
  );
  const order = sorts[input.sort].map((column) => (input.dir === "asc" ? asc(column) : desc(column)));
  const rows = await lines(scope, where, order).limit(input.size).offset(offsetOf(input));
  return { rows: rows.map(shown), total: await db.$count(settlementLine, where) } satisfies Page<unknown>;
}

/** One settlement line with how its amount came about. */
export async function readSettlementLine(scope: Scope, { id }: SettlementLineRef) {
  const { db, actor } = scope;
  const [found] = await db
    .select({
      ...columns,
      number: settlementLine.number,
      base: settlementLine.base,
      rate: settlementLine.rate,
      derivation: settlementLine.derivation,
      ruleVersionId: settlementLine.ruleVersionId,
      agreementVersionId: settlementLine.agreementVersionId,
    })
    .from(settlementLine)
    .leftJoin(party, joinParty)
    .where(and(eq(settlementLine.operatorId, actor.operator), eq(settlementLine.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such settlement line.");
  const rule = await readRuleName(scope, found.ruleVersionId);
  return { ...found, ...shown(found), base: money(found.base, found.currency), rule };
}

/**
 * How one invoice line was divided, as far as the asker may see it; the rest is told as one sum only to
 * the operator.
 */
export async function readDivision(scope: Scope, { invoiceLineId }: InvoiceLineRef) {
  const where = and(
    eq(settlementLine.operatorId, scope.actor.operator),
    eq(settlementLine.invoiceLineId, invoiceLineId),
  );
  return (await lines(scope, where, [asc(settlementLine.number)])).map(shown);
}

/** What a party earned, what of it is due, and what was paid, in each currency. */
export async function readEarnings({ db, actor }: Scope) {
  const { rows } = await db.execute<EarningRow>(sql`
    select part.party_id, coalesce(who.name, '') as name, part.currency, sum(part.amount)::text as accrued,
      sum(coalesce(due.amount, 0))::text as released, sum(coalesce(out.amount, 0))::text as paid
    from ${settlementLine} part
    left join ${party} who on who.operator_id = part.operator_id and who.id = part.party_id
    left join (select operator_id, settlement_line_id, sum(amount) as amount from ${settlementRelease}
      where operator_id = ${actor.operator} group by 1, 2) due
      on due.operator_id = part.operator_id and due.settlement_line_id = part.id
    left join (select operator_id, settlement_line_id, sum(amount) as amount from ${payoutItem}
      where operator_id = ${actor.operator} group by 1, 2) out
      on out.operator_id = part.operator_id and out.settlement_line_id = part.id
    where part.operator_id = ${actor.operator}
    group by part.party_id, who.name, part.currency order by name, part.currency`);
  return rows.map((row) => ({
    partyId: row.party_id,
    name: row.name,
    isOwn: row.party_id === actor.party,
    accrued: money(BigInt(row.accrued), row.currency),
    released: money(BigInt(row.released), row.currency),
    paid: money(BigInt(row.paid), row.currency),
  }));
}

type EarningRow = {
  readonly party_id: PartyId;
  readonly name: string;
  readonly currency: Currency;
  readonly accrued: string;
  readonly released: string;
  readonly paid: string;
};

/** The outside marketplaces that a rule can be for. */
export async function listMarketplaces({ db, actor }: Scope) {
  return db
    .select({ id: party.id, name: party.name })
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), eq(party.kind, "marketplace")))
    .orderBy(party.name);
}

export async function listRules({ db, actor }: Scope) {
  return db
    .select()
    .from(ruleVersion)
    .where(eq(ruleVersion.operatorId, actor.operator))
    .orderBy(asc(ruleVersion.name), desc(ruleVersion.number));
}

/** A rule's terms are the operator's; everybody else sees what they did to its own lines. */
async function readRuleName({ db }: Scope, id: Id<"ruleVersion">) {
  const [found] = await db
    .select({ name: ruleVersion.name, number: ruleVersion.number })
    .from(ruleVersion)
    .where(eq(ruleVersion.id, id));
  return found ?? null;
}

const joinParty = and(eq(party.operatorId, settlementLine.operatorId), eq(party.id, settlementLine.partyId));

function lines({ db }: Scope, where: SQL | undefined, order: SQL[]) {
  return db
    .select(columns)
    .from(settlementLine)
    .leftJoin(party, joinParty)
    .where(where)
    .orderBy(...order);
}

type Line = {
  readonly amount: bigint;
  readonly released: bigint;
  readonly paidOut: bigint;
  readonly currency: Currency;
  readonly partyName: string | null;
};

function shown<Row extends Line>(row: Row) {
  const of = (minor: bigint): Money => money(minor, row.currency);
  const { amount, released: due, paidOut: paid } = row;
  const status =
    paid !== 0n && paid === amount
      ? "paid"
      : due === 0n
        ? "accrued"
        : due === amount
          ? "payable"
          : "partly due";
  return { ...row, amount: of(amount), released: of(due), paidOut: of(paid), status };
}

export type SettlementSeen = Awaited<ReturnType<typeof listSettlementLines>>["rows"][number];
export type SettlementDetail = Awaited<ReturnType<typeof readSettlementLine>>;
export type Earnings = Awaited<ReturnType<typeof readEarnings>>[number];
export type RuleSeen = Awaited<ReturnType<typeof listRules>>[number];
