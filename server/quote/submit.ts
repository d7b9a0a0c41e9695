import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { requestApproval } from "@/server/approval/request";
import { Refusal } from "@/server/core/refusal";
import { QuoteSubmission } from "./input";
import { moveVersion } from "./move";
import { type Proposal, propose } from "./propose";
import { type HeldVersion, holdOwnVersion, readComposition, readLines } from "./read/version";
import { saysTheSame } from "./rules/same";
import { moveQuote } from "./rules/transition";
import { isValid } from "./rules/validity";
import type { QuoteStatus } from "./rules/vocabulary";
import { rewrite } from "./write";

/**
 * Asks to send a draft. A discount that is the partner's own to give is approved at once; any other goes to
 * the operator with the reason. What is approved is what holds at this moment, on every edge.
 */
export async function submitQuote(
  scope: Scope,
  submission: QuoteSubmission,
): Promise<{ status: QuoteStatus }> {
  const { versionId, reason } = QuoteSubmission.parse(submission);
  const held = await holdOwnVersion(scope, versionId);
  moveQuote(held.version.status, "in_approval", "partner");
  const proposal = await proposeAgain(scope, held);
  if (proposal.causes.length === 0) {
    const set = { digest: proposal.digest, submittedAt: scope.now, approvedAt: scope.now };
    const { status } = await moveVersion(scope, held, {
      to: "approved",
      by: "partner",
      told: "approved",
      set,
    });
    return { status };
  }
  if (reason === "") {
    throw new Refusal("INVALID", "This discount is not yours alone to give. Say why the deal is worth it.");
  }
  const { approvalId } = await requestApproval(scope, {
    subjectKind: "quote_version",
    subjectId: versionId,
    digest: proposal.digest,
    policy: "pricing_exception",
    summary: `Pricing exception on ${held.quote.number} for ${proposal.customer.name}`,
    reason,
    facts: factsOf(proposal, held.quote.id),
  });
  const set = { digest: proposal.digest, submittedAt: scope.now, approvalId };
  const { status } = await moveVersion(scope, held, {
    to: "in_approval",
    by: "partner",
    told: "submitted",
    set,
  });
  return { status };
}

function factsOf({ discount, band, customer, partner, offer }: Proposal, quoteId: string) {
  return {
    discountRate: (discount?.rate ?? 0n).toString(),
    discountBand: band.toString(),
    bearerId: discount?.bearerId ?? "",
    ...{ quoteId, customerId: customer.id, partnerId: partner.id, offerId: offer.offerId },
  };
}

/**
 * Works the draft out again. What has changed for the partner is refused, so that it looks first; what has
 * changed on edges it does not know is taken over without a word.
 */
async function proposeAgain(scope: Scope, held: HeldVersion): Promise<Proposal> {
  const { version } = held;
  if (!isValid(version.validUntil, scope.now)) {
    throw new Refusal("CONFLICT", "This draft has passed the day it was valid to. Save it with a new one.");
  }
  const asked = await readComposition(scope, held);
  const proposal = await propose(scope, { ...asked, validUntil: version.validUntil });
  if (proposal.digest === version.digest) return proposal;

  const before = {
    offerVersionId: version.offerVersionId,
    edges: version.chain.edges,
    lines: await readLines(scope, [version.id]),
  };
  const after = {
    offerVersionId: proposal.offer.versionId,
    edges: proposal.chain.snapshot.edges,
    lines: proposal.lines,
  };
  const viewer = { partyId: scope.actor.party, isOperator: isOperator(scope.actor) };
  if (!saysTheSame(before, after, viewer)) {
    throw new Refusal(
      "CONFLICT",
      "Prices, the offer or the route have changed since this was drafted. Save it again to take them over.",
    );
  }
  await rewrite(scope, version, proposal);
  return proposal;
}
