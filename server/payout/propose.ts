import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { agreementVersion, bankAccount } from "@/db/schema/party";
import { payout, payoutItem, payoutRun } from "@/db/schema/payout";
import { settlementRelease } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import { requestApproval } from "@/server/approval/request";
import { record } from "@/server/audit/record";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { documentNumber, nextNumber } from "@/server/party/number";
import { lockReleases } from "@/server/settlement/release-lock";
import { digestRun } from "./digest";
import { RunProposal } from "./input";
import { provePayouts } from "./prove";
import { decidePayout } from "./rules/balance";

/**
 * Proposes to pay everybody what is due at the cutoff. The books are proved first: a proof that fails
 * stops the run and names the line. Somebody else has to approve it; until then, and while it is carried
 * out, its lines are in no other run. Proposing the same cutoff again while the run is under way gives the
 * same run.
 */
export async function proposePayoutRun(scope: Scope, input: RunProposal): Promise<{ id: Id<"payoutRun"> }> {
  const { cutoff } = RunProposal.parse(input);
  const { actor, db, now } = scope;
  if (cutoff > now)
    throw new Refusal("INVALID", "The cutoff lies in the future. Choose today or an earlier day.");
  await lockReleases(scope, "alone");
  const underWay = await findUnderWay(scope);
  if (underWay?.cutoff.getTime() === cutoff.getTime()) return { id: underWay.id };
  if (underWay) {
    throw new Refusal(
      "CONFLICT",
      `${underWay.number} is under way. Finish or cancel it before you propose the next.`,
    );
  }
  await refuseBackwards(scope, cutoff);
  const failed = (await provePayouts(scope)).find(({ holds }) => !holds);
  const id = newId("payoutRun", now);
  const number = documentNumber(
    "PR",
    await nextNumber(scope, actor.operator as string as PartyId, "payout_run"),
  );
  await db.insert(payoutRun).values({
    operatorId: actor.operator,
    id,
    number,
    cutoff,
    status: failed ? "proof_failed" : "review",
    proposedBy: actor.user,
    proposedByName: actor.name,
    proposedAt: now,
    proofError: failed ? `${failed.name}: ${failed.sentence}` : null,
  });
  const payouts = failed ? 0 : await addPayouts(scope, id, cutoff);
  if (!failed) await askForApproval(scope, id, number, payouts);
  await record(scope, {
    code: failed ? "payout.run.proof_failed" : "payout.run.proposed",
    summary: failed ? `${number} was stopped by a proof` : `Proposed ${number} with ${payouts} payouts`,
    object: { kind: "payout_run", id },
    after: { cutoff, payouts, proofError: failed?.sentence ?? null },
  });
  await emit(scope, "payout.run.proposed", { payoutRunId: id });
  return { id };
}

async function findUnderWay({ actor, db }: Scope) {
  const [found] = await db
    .select({ id: payoutRun.id, number: payoutRun.number, cutoff: payoutRun.cutoff })
    .from(payoutRun)
    .where(and(eq(payoutRun.operatorId, actor.operator), inArray(payoutRun.status, ["review", "approved"])));
  return found;
}

/** Statements follow each other in time, and each opens where the one before it closed. */
async function refuseBackwards({ actor, db }: Scope, cutoff: Date): Promise<void> {
  const [later] = await db
    .select({ number: payoutRun.number })
    .from(payoutRun)
    .where(
      and(
        eq(payoutRun.operatorId, actor.operator),
        eq(payoutRun.status, "completed"),
        gt(payoutRun.cutoff, cutoff),
      ),
    )
    .limit(1);
  if (later)
    throw new Refusal("INVALID", `${later.number} paid up to a later cutoff already. Choose a later one.`);
}

async function askForApproval(scope: Scope, id: Id<"payoutRun">, number: string, payouts: number) {
  const digest = await digestRun(scope, id);
  const { approvalId } = await requestApproval(scope, {
    subjectKind: "payout_run",
    subjectId: id,
    digest,
    policy: "payout_run",
    summary: `Pay out ${number} to ${payouts} ${payouts === 1 ? "party" : "parties"}`,
    reason: "",
  });
  await scope.db.update(payoutRun).set({ approvalId, digest }).where(eq(payoutRun.id, id));
}

type StandingRow = {
  readonly party_id: PartyId;
  readonly currency: Currency;
  readonly balance: string;
  readonly minimum: string | null;
  readonly withholding: string | null;
  readonly holder: string | null;
  readonly iban: string | null;
};

/**
 * One payout a party and currency, also for those who are not paid this time and why; then the lines of
 * those who are.
 */
async function addPayouts(scope: Scope, runId: Id<"payoutRun">, cutoff: Date): Promise<number> {
  const { actor, db, now } = scope;
  const rows = (await readStandings(scope, cutoff)).map((row) => {
    const { currency } = row;
    const balance = money(BigInt(row.balance), currency);
    const minimum = money(BigInt(row.minimum ?? "0"), currency);
    const withholdingRate = BigInt(row.withholding ?? "0");
    const decided = decidePayout({ balance, minimum, withholdingRate, hasAccount: row.iban !== null });
    return {
      operatorId: actor.operator,
      id: newId("payout", now),
      payoutRunId: runId,
      partyId: row.party_id,
      currency,
      status: decided.status,
      reason: decided.reason,
      balance: balance.minor,
      minimum: minimum.minor,
      gross: decided.gross.minor,
      withholdingRate,
      withheld: decided.withheld.minor,
      net: decided.net.minor,
      holder: row.holder,
      iban: row.iban,
      createdAt: now,
    };
  });
  await insertRows(db, payout, rows);
  await db.execute(sql`
    insert into ${payoutItem} (operator_id, payout_id, party_id, settlement_line_id, payment_id, amount,
      currency)
    select due.operator_id, paid.id, due.party_id, due.settlement_line_id, due.payment_id, due.amount,
      due.currency
    from ${settlementRelease} due
    join ${payout} paid on paid.operator_id = due.operator_id and paid.payout_run_id = ${runId}
      and paid.party_id = due.party_id and paid.currency = due.currency and paid.status = 'pending'
    where ${open(actor.operator, cutoff)}`);
  return rows.filter(({ status }) => status === "pending").length;
}

function open(operator: string, cutoff: Date) {
  return sql`due.operator_id = ${operator} and due.payable_from <= ${cutoff.toISOString()}::timestamptz
    and due.party_id <> ${operator} and not exists (select from ${payoutItem} taken
      where taken.operator_id = due.operator_id and taken.settlement_line_id = due.settlement_line_id
        and taken.payment_id = due.payment_id)`;
}

/**
 * Balances with the terms of each party's newest agreement in force; a minimum is in the agreement's own
 * currency.
 */
async function readStandings({ actor, db, now }: Scope, cutoff: Date): Promise<readonly StandingRow[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<StandingRow>(sql`
    with standing as (
      select due.party_id, due.currency, sum(due.amount) as balance from ${settlementRelease} due
      where ${open(actor.operator, cutoff)} group by 1, 2
    ) select standing.party_id, standing.currency, standing.balance::text,
      case when terms.currency = standing.currency then terms.minimum_payout::text end as minimum,
      terms.withholding_rate::text as withholding, account.holder, account.iban
    from standing
    left join lateral (select * from ${agreementVersion} each where each.operator_id = ${actor.operator}
      and each.child_id = standing.party_id and each.status <> 'draft' and each.valid_from <= ${at}
      and (each.valid_to is null or each.valid_to > ${at}) order by each.valid_from desc,
        each.id desc limit 1) terms on true
    left join lateral (select * from ${bankAccount} each where each.operator_id = ${actor.operator}
      and each.party_id = standing.party_id and each.valid_from <= ${at}
      order by each.valid_from desc limit 1) account on true
    order by standing.party_id, standing.currency`);
  return rows;
}
