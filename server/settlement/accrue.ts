import { eq, sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { billShard } from "@/db/schema/invoice";
import { ruleVersion, settlementLine } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { post } from "@/server/ledger/post";
import { lineDivided } from "@/server/ledger/templates/line-divided";
import { type IssuedLine, readIssuedLines } from "./facts";
import { divide } from "./rules/divide";
import type { Part } from "./rules/line";
import { pickRule } from "./rules/pick";

export type AccrualShard = { readonly billRunId: Id<"billRun">; readonly shard: number };

/** The shards of a bill run whose lines are to be divided. */
export async function planAccrual({ db }: Scope, billRunId: Id<"billRun">): Promise<readonly number[]> {
  const rows = await db
    .select({ number: billShard.number })
    .from(billShard)
    .where(eq(billShard.billRunId, billRunId))
    .orderBy(billShard.number);
  return rows.map(({ number }) => number);
}

/**
 * Divides every issued line of a shard that is not divided yet, and posts what each party earned. A second
 * run finds nothing to do; a run that was interrupted left nothing behind.
 */
export async function accrueShard(
  scope: Scope,
  { billRunId, shard }: AccrualShard,
): Promise<{ lines: number }> {
  const { actor, db, now } = scope;
  await db.execute(sql`select from ${billShard} where operator_id = ${actor.operator}
    and bill_run_id = ${billRunId} and number = ${shard} for update`);
  const lines = await readIssuedLines(
    scope,
    sql`bill.bill_run_id = ${billRunId} and bill.shard = ${shard} and not exists (
      select from ${settlementLine} done where done.operator_id = line.operator_id
        and done.invoice_line_id = line.id)`,
  );
  if (lines.length === 0) return { lines: 0 };
  const rules = await db.select().from(ruleVersion).where(eq(ruleVersion.status, "active"));
  const divided = lines.map((line) => {
    const rule = pickRule(rules, {
      family: line.family,
      marketplaceId: line.marketplaceId,
      at: line.issuedAt,
    });
    return { line, rule, parts: divide(line.facts, rule.body) };
  });
  const rows = divided.flatMap(({ line, rule, parts }) =>
    parts.map((part, number) => ({
      ...rowOf(line, part),
      operatorId: actor.operator,
      id: newId("settlementLine", now),
      ruleVersionId: rule.id,
      number,
      accruedAt: now,
    })),
  );
  await insertRows(db, settlementLine, rows);
  const operator = actor.operator as string as PartyId;
  await post(
    scope,
    divided.map(({ line, parts }) => {
      const each = parts.map(({ partyId, amount }) => ({ party: partyId, amount }));
      const { id, description, facts } = line;
      return lineDivided({ invoiceLine: id, description, operator, net: facts.net, parts: each });
    }),
  );
  await record(scope, {
    code: "settlement.shard.accrued",
    summary: `Divided ${lines.length} invoice lines into ${rows.length} settlement lines`,
    object: { kind: "bill_run", id: billRunId },
    after: { shard, invoiceLines: lines.length, settlementLines: rows.length },
  });
  return { lines: lines.length };
}

function rowOf(line: IssuedLine, part: Part) {
  const knowsCustomer = part.kind === "margin" || part.kind === "share" || part.kind === "discount_support";
  return {
    invoiceLineId: line.id,
    invoiceId: line.invoiceId,
    kind: part.kind,
    partyId: part.partyId,
    payerId: part.payerId,
    agreementVersionId: part.agreementVersionId,
    base: part.base.minor,
    rate: part.rate,
    amount: part.amount.minor,
    currency: part.amount.currency,
    derivation: part.derivation,
    // A supplier and a marketplace know the order, not the customer behind it.
    description: `${line.description} · ${knowsCustomer ? line.customerName : line.orderNumber}`,
  };
}
