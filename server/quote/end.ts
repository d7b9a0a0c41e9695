import type { Scope } from "@/server/access/scope";
import { voidApprovals } from "@/server/approval/void";
import type { Id } from "@/server/core/ids";
import { QuoteEnd } from "./input";
import { moveVersion } from "./move";
import { holdOwnVersion, holdVersion } from "./read/version";
import { isValid } from "./rules/validity";

/** The customer said no, and why. */
export async function declineQuote(scope: Scope, end: QuoteEnd): Promise<void> {
  const { versionId, reason } = QuoteEnd.parse(end);
  const held = await holdOwnVersion(scope, versionId);
  const set = { endedAt: scope.now, declinedReason: reason };
  await moveVersion(scope, held, { to: "declined", by: "partner", told: "declined", set });
}

/** The partner takes it back before the customer has answered. */
export async function voidQuote(scope: Scope, end: QuoteEnd): Promise<void> {
  const { versionId, reason } = QuoteEnd.parse(end);
  const held = await holdOwnVersion(scope, versionId);
  const set = { endedAt: scope.now, voidedReason: `manual: ${reason}` };
  await moveVersion(scope, held, { to: "voided", by: "partner", told: "voided", set });
  await voidApprovals(scope, { subjectKind: "quote_version", subjectId: versionId });
}

/** The day it was valid to has passed without an answer. Does nothing when there was one. */
export async function expireQuote(scope: Scope, versionId: Id<"quoteVersion">): Promise<void> {
  const held = await holdVersion(scope, versionId);
  if (held.version.status !== "sent" || isValid(held.version.validUntil, scope.now)) return;
  const set = { endedAt: scope.now };
  await moveVersion(scope, held, { to: "expired", by: "job", told: "expired", set });
}
