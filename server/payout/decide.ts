import { eq, inArray } from "drizzle-orm";
import { payout, payoutItem, payoutRun } from "@/db/schema/payout";
import type { Scope } from "@/server/access/scope";
import { decideApproval } from "@/server/approval/decide";
import { readApproval } from "@/server/approval/read";
import { voidApprovals } from "@/server/approval/void";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { digestRun } from "./digest";
import { RunDecision, type RunRef } from "./input";
import { holdRun } from "./read/run";
import { moveRun } from "./rules/transition";
import type { PayoutRunStatus } from "./rules/vocabulary";

/**
 * The second person's word on a run: approved, it is carried out; else it is cancelled and its lines are
 * free again.
 */
export async function decidePayoutRun(
  scope: Scope,
  asked: RunDecision,
): Promise<{ status: PayoutRunStatus }> {
  const { approvalId, decision, comment } = RunDecision.parse(asked);
  const request = await readApproval(scope, approvalId);
  if (request.subjectKind !== "payout_run")
    throw new Refusal("INVALID", "That request is not about a payout run.");
  const held = await holdRun(scope, request.subjectId as Id<"payoutRun">);
  const status = moveRun(held.status, decision === "approved" ? "approved" : "cancelled");
  await decideApproval(scope, { id: approvalId, decision, comment, digest: await digestRun(scope, held.id) });
  if (status === "cancelled") {
    await giveBack(scope, held.id);
    return { status };
  }
  await scope.db.update(payoutRun).set({ status, approvedAt: scope.now }).where(eq(payoutRun.id, held.id));
  await emit(scope, "payout.run.approved", { payoutRunId: held.id });
  return { status };
}

/** Takes a run back before it is carried out. */
export async function cancelPayoutRun(scope: Scope, { id }: RunRef): Promise<void> {
  const held = await holdRun(scope, id);
  moveRun(held.status, "cancelled");
  await voidApprovals(scope, { subjectKind: "payout_run", subjectId: id });
  await giveBack(scope, id);
}

async function giveBack(scope: Scope, id: Id<"payoutRun">): Promise<void> {
  const { db, now } = scope;
  const ofRun = db.select({ id: payout.id }).from(payout).where(eq(payout.payoutRunId, id));
  await db.delete(payoutItem).where(inArray(payoutItem.payoutId, ofRun));
  await db.update(payout).set({ status: "cancelled" }).where(eq(payout.payoutRunId, id));
  await db.update(payoutRun).set({ status: "cancelled", cancelledAt: now }).where(eq(payoutRun.id, id));
  await record(scope, {
    code: "payout.run.cancelled",
    summary: "Cancelled a payout run; its lines are free again",
    object: { kind: "payout_run", id },
    after: { status: "cancelled" },
  });
}
