import type { Scope } from "@/server/access/scope";
import { decideApproval } from "@/server/approval/decide";
import { holdApproval } from "@/server/approval/read";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { OfferDecision } from "./input";
import { holdVersion, readVersion } from "./read";
import { digestOfOffer } from "./rules/draft";
import { moveOffer } from "./rules/status";
import { setStatus } from "./submit";

/**
 * Decides about a version that was handed in: it may be published, or it is a draft again. Never by who
 * handed it in.
 */
export async function decideOffer(
  scope: Scope,
  { approvalId, decision, comment }: OfferDecision,
): Promise<void> {
  const { subjectKind, subjectId } = await holdApproval(scope, approvalId);
  if (subjectKind !== "offer_version")
    throw new Refusal("NOT_FOUND", "There is no such request about an offer.");
  const versionId = subjectId as Id<"offerVersion">;
  const held = await holdVersion(scope, versionId);
  const version = await readVersion(scope, versionId);
  await decideApproval(scope, { id: approvalId, decision, comment, digest: digestOfOffer(version) });

  const status = moveOffer(held.status, decision === "approved" ? "approved" : "draft");
  await setStatus(scope, versionId, { status });
  await record(scope, {
    code: `offer.version.${decision}`,
    summary: `Version ${version.number} of “${version.name}” was ${decision.replace("_", " ")}`,
    object: { kind: "offer", id: version.offerId },
    before: { status: held.status },
    after: { status, comment },
  });
}
