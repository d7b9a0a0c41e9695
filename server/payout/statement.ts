import { sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { payout, type payoutRun, statement, statementLine } from "@/db/schema/payout";
import { settlementLine, settlementRelease } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { documentNumber, nextNumbers } from "@/server/party/number";

type Run = typeof payoutRun.$inferSelect;

type Due = {
  readonly payout_id: Id<"payout">;
  readonly party_id: PartyId;
  readonly currency: Currency;
  readonly opening: string;
  readonly since: string | null;
  readonly earned: string;
  readonly gross: string;
  readonly withheld: string;
};

/**
 * Tells everybody in a run what became due since the last statement, what was paid, and what is carried:
 * closing = opening + earned − paid − withheld. Each line that became due stands in one statement, once.
 */
export async function issueStatements(scope: Scope, run: Run): Promise<void> {
  const { actor, db, now } = scope;
  const due = await readDue(scope, run);
  if (due.length === 0) return;
  const first = await nextNumbers(
    scope,
    actor.operator as string as PartyId,
    "statement",
    BigInt(due.length),
  );
  const statements = due.map((each, index) => {
    const [opening, earned] = [BigInt(each.opening), BigInt(each.earned)];
    const [gross, withheld] = [BigInt(each.gross), BigInt(each.withheld)];
    return {
      operatorId: actor.operator,
      id: newId("statement", now),
      number: documentNumber("ST", first + BigInt(index)),
      payoutRunId: run.id,
      payoutId: each.payout_id,
      partyId: each.party_id,
      currency: each.currency,
      from: each.since === null ? run.cutoff : new Date(each.since),
      to: run.cutoff,
      status: "issued" as const,
      opening,
      earned,
      paid: gross - withheld,
      withheld,
      closing: opening + earned - gross,
      issuedAt: now,
    };
  });
  await insertRows(db, statement, statements);
  await addEarned(scope, run);
  await addPaid(scope, run);
}

/** What is told for the first time: released until the cutoff, in no statement yet. */
function untold(run: Run) {
  return sql`due.operator_id = ${run.operatorId} and due.amount <> 0
    and due.payable_from <= ${run.cutoff.toISOString()}::timestamptz
    and not exists (select from ${statementLine} told where told.operator_id = due.operator_id
      and told.settlement_line_id = due.settlement_line_id and told.payment_id = due.payment_id)`;
}

async function readDue({ db }: Scope, run: Run): Promise<readonly Due[]> {
  const { rows } = await db.execute<Due>(sql`
    select paid.id as payout_id, paid.party_id, paid.currency, paid.gross::text, paid.withheld::text,
      coalesce(last.closing, 0)::text as opening, coalesce(last.to, fresh.first) as since,
      coalesce(fresh.amount, 0)::text as earned
    from ${payout} paid
    left join lateral (select told.closing, told.to from ${statement} told
      where told.operator_id = paid.operator_id
      and told.party_id = paid.party_id and told.currency = paid.currency order by told.to desc,
        told.id desc limit 1) last on true
    left join (select due.party_id, due.currency, sum(due.amount) as amount, min(due.payable_from) as first
      from ${settlementRelease} due where ${untold(run)} group by 1, 2) fresh
      on fresh.party_id = paid.party_id and fresh.currency = paid.currency
    where paid.operator_id = ${run.operatorId} and paid.payout_run_id = ${run.id} order by paid.id`);
  return rows;
}

async function addEarned({ db }: Scope, run: Run): Promise<void> {
  await db.execute(sql`
    insert into ${statementLine} (operator_id, statement_id, number, party_id, kind, settlement_line_id,
      payment_id,
      amount, currency, description)
    select told.operator_id, told.id, row_number() over (partition by told.id order by part.id,
      due.payment_id),
      told.party_id, 'earned', part.id, due.payment_id, due.amount, due.currency, part.description
    from ${settlementRelease} due
    join ${settlementLine} part on part.operator_id = due.operator_id and part.id = due.settlement_line_id
    join ${statement} told on told.operator_id = due.operator_id and told.payout_run_id = ${run.id}
      and told.party_id = due.party_id and told.currency = due.currency
    where ${untold(run)}`);
}

/** The money that left, and the tax kept from it, as the statement's last lines. */
async function addPaid({ db }: Scope, run: Run): Promise<void> {
  await db.execute(sql`
    insert into ${statementLine} (operator_id, statement_id, number, party_id, kind, settlement_line_id,
      payment_id,
      amount, currency, description)
    select told.operator_id, told.id, move.number + (select count(*) from ${statementLine} before
        where before.operator_id = told.operator_id and before.statement_id = told.id),
      told.party_id, move.kind, null, null, move.amount, told.currency, move.words
    from ${statement} told cross join lateral (values
      (1, 'paid', -told.paid, 'Paid to your account'), (2, 'withheld', -told.withheld, 'Tax withheld')
    ) move (number, kind, amount, words)
    where told.operator_id = ${run.operatorId} and told.payout_run_id = ${run.id} and move.amount <> 0`);
}
