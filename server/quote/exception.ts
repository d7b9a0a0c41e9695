import type { Scope } from "@/server/access/scope";
import { decideApproval } from "@/server/approval/decide";
import { readApproval } from "@/server/approval/read";
import type { Id } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { Refusal } from "@/server/core/refusal";
import { ExceptionDecision } from "./input";
import { moveVersion } from "./move";
import { holdVersion } from "./read/version";
import type { QuoteStatus } from "./rules/vocabulary";

/**
 * The operator's word on a discount that was not the partner's to give. Approved, the quote may be sent; sent
 * back, it is a draft again; rejected, this version is over and the partner may make another.
 */
export async function decideQuoteException(
  scope: Scope,
  asked: ExceptionDecision,
): Promise<{ status: QuoteStatus }> {
  const { approvalId, decision, comment } = ExceptionDecision.parse(asked);
  const request = await readApproval(scope, approvalId);
  if (request.subjectKind !== "quote_version") {
    throw new Refusal("INVALID", "That request is not about a quote.");
  }
  const held = await holdVersion(scope, request.subjectId as Id<"quoteVersion">);
  const { digest } = held.version;
  invariant(digest !== null, "what was submitted has a digest");
  await decideApproval(scope, { id: approvalId, decision, comment, digest });

  const { now } = scope;
  const moves = {
    approved: { to: "approved", told: "approved", set: { approvedAt: now } },
    sent_back: { to: "draft", told: "returned", set: { submittedAt: null } },
    rejected: { to: "voided", told: "voided", set: { endedAt: now, voidedReason: "rejected" } },
  } as const;
  const { status } = await moveVersion(scope, held, { by: "approver", ...moves[decision] });
  return { status };
}
