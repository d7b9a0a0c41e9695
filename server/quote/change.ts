import type { Scope } from "@/server/access/scope";
import { voidApprovals } from "@/server/approval/void";
import { record } from "@/server/audit/record";
import { Refusal } from "@/server/core/refusal";
import { QuoteChange } from "./input";
import { moveVersion } from "./move";
import { propose } from "./propose";
import { holdOwnVersion } from "./read/version";
import { isChangeable } from "./rules/transition";
import { rewrite } from "./write";

/**
 * Says something else, at the prices of now. What was submitted or approved is a draft again, and its
 * approval is void: it was about other contents.
 */
export async function changeQuote(
  scope: Scope,
  change: QuoteChange,
): Promise<{ versionId: QuoteChange["versionId"] }> {
  const { versionId, ...asked } = QuoteChange.parse(change);
  const held = await holdOwnVersion(scope, versionId);
  if (!isChangeable(held.version.status)) {
    throw new Refusal("CONFLICT", "This version can no longer be changed. Make a new version of it instead.");
  }
  const { customerId, offerId, marketplaceId } = held.quote;
  const proposal = await propose(scope, { ...asked, customerId, offerId, marketplaceId });
  if (held.version.status !== "draft") {
    await voidApprovals(scope, { subjectKind: "quote_version", subjectId: versionId });
    const set = { approvalId: null, submittedAt: null, approvedAt: null };
    await moveVersion(scope, held, { to: "draft", by: "partner", told: "returned", set });
  }
  await rewrite(scope, held.version, proposal);
  await record(scope, {
    code: "quote.version.changed",
    summary: `${held.quote.number}, version ${held.version.number}: changed`,
    object: { kind: "quote", id: held.quote.id },
    before: { versionId, digest: held.version.digest },
    after: { versionId, digest: proposal.digest },
  });
  return { versionId };
}
