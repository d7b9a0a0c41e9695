import { eq } from "drizzle-orm";
import { approval } from "@/db/schema/approval";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { type Approval, holdApproval } from "./read";
import { assertFourEyes } from "./rules/four-eyes";
import { type Decision, moveApproval } from "./rules/transition";

type Decided = {
  readonly id: Id<"approval">;
  readonly decision: Decision;
  readonly comment: string;
  /** Of the subject as it is now; if it is not what was asked about, nothing is decided. */
  readonly digest: string;
};

/**
 * Decides a request, once: the row is held, so of two who decide together the second finds it decided. The
 * stage that owns the subject calls this in the transaction in which the subject moves.
 */
export async function decideApproval(
  scope: Scope,
  { id, decision, comment, digest }: Decided,
): Promise<Approval> {
  if (!isOperator(scope.actor)) throw new Refusal("NOT_ALLOWED", "The operator decides requests.");
  const held = await holdApproval(scope, id);
  assertFourEyes({ user: held.requestedBy, name: held.requestedByName }, scope.actor);
  const status = moveApproval(held.status, decision);
  if (held.subjectDigest !== digest) {
    throw new Refusal("CONFLICT", "What was asked about has changed since. Look at it as it is now.");
  }
  const said = comment.trim();
  if (decision !== "approved" && said === "") {
    throw new Refusal("INVALID", "Say why, so that whoever asked knows what to do next.");
  }

  const { actor, now, db } = scope;
  const change = { status, decidedBy: actor.user, decidedByName: actor.name, decidedAt: now, comment: said };
  await db.update(approval).set(change).where(eq(approval.id, id));
  await record(scope, {
    code: `approval.request.${decision}`,
    summary: `${held.summary} · ${decision.replace("_", " ")}`,
    object: { kind: "approval", id },
    before: { status: held.status },
    after: { status, digest },
  });
  await emit(scope, "approval.decided", { approvalId: id });
  return { ...held, ...change };
}
