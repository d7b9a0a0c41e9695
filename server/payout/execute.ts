import { and, eq, sql } from "drizzle-orm";
import { bankAccount } from "@/db/schema/party";
import { payout, payoutItem, payoutRun } from "@/db/schema/payout";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { Id, PartyId } from "@/server/core/ids";
import { money } from "@/server/core/money/money";
import { emit } from "@/server/events/emit";
import { post } from "@/server/ledger/post";
import { payoutPaid } from "@/server/ledger/templates/payout-paid";
import { lockReleases } from "@/server/settlement/release-lock";
import { addPaymentFile } from "./file";
import { holdRun } from "./read/run";
import { moveRun } from "./rules/transition";
import { issueStatements } from "./statement";

/**
 * Carries out an approved run, in one transaction: the books, the file for the bank, and a statement for
 * everybody in it. A party whose account changed since the run was proposed is held, and its lines are
 * free for the next one. A run that was carried out already, or cancelled after it was approved, is left
 * as it is, so that a retry pays nobody twice.
 */
export async function executePayoutRun(
  scope: Scope,
  { id }: { id: Id<"payoutRun"> },
): Promise<{ paid: number }> {
  const { actor, db, now } = scope;
  await lockReleases(scope, "alone");
  const run = await holdRun(scope, id);
  if (run.status === "completed" || run.status === "cancelled") return { paid: 0 };
  const status = moveRun(run.status, "completed");
  await holdChangedAccounts(scope, id);
  const payable = and(
    eq(payout.operatorId, actor.operator),
    eq(payout.payoutRunId, id),
    eq(payout.status, "pending"),
  );
  const paid = await db.update(payout).set({ status: "completed", paidAt: now }).where(payable).returning();
  const operator = actor.operator as string as PartyId;
  await post(
    scope,
    paid.map((each) =>
      payoutPaid({
        payout: each.id,
        description: run.number,
        operator,
        party: each.partyId,
        gross: money(each.gross, each.currency),
        withheld: money(each.withheld, each.currency),
      }),
    ),
  );
  await addPaymentFile(scope, run, paid);
  await issueStatements(scope, run);
  await db.update(payoutRun).set({ status, executedAt: now }).where(eq(payoutRun.id, id));
  await record(scope, {
    code: "payout.run.executed",
    summary: `Carried out ${run.number}: ${paid.length} payouts`,
    object: { kind: "payout_run", id },
    before: { status: run.status },
    after: { status, payouts: paid.length },
  });
  await emit(scope, "payout.run.executed", { payoutRunId: id });
  return { paid: paid.length };
}

/** Money goes only to the account that was approved. */
async function holdChangedAccounts({ actor, db, now }: Scope, runId: Id<"payoutRun">): Promise<void> {
  await db.execute(sql`
    update ${payout} set status = 'held', gross = 0, withheld = 0, net = 0,
      reason = 'The bank account changed after the run was proposed. It is paid with the next run.'
    where ${payout.operatorId} = ${actor.operator} and ${payout.payoutRunId} = ${runId}
      and ${payout.status} = 'pending' and ${payout.iban} is distinct from (
        select account.iban from ${bankAccount} account where account.operator_id = ${payout.operatorId}
          and account.party_id = ${payout.partyId} and account.valid_from <= ${now.toISOString()}::timestamptz
        order by account.valid_from desc limit 1)`);
  await db.execute(sql`
    delete from ${payoutItem} item using ${payout} paid
    where item.operator_id = ${actor.operator} and paid.operator_id = item.operator_id
      and paid.id = item.payout_id and paid.payout_run_id = ${runId} and paid.status = 'held'`);
}
