import type { Scope } from "@/server/access/scope";
import { Refusal } from "@/server/core/refusal";
import type { QuoteVersionRef } from "./input";
import { moveVersion } from "./move";
import { holdOwnVersion } from "./read/version";
import { isValid } from "./rules/validity";
import type { QuoteStatus } from "./rules/vocabulary";

/** Puts an approved version before the customer. From now on its contents stand. */
export async function sendQuote(
  scope: Scope,
  { versionId }: QuoteVersionRef,
): Promise<{ status: QuoteStatus }> {
  const held = await holdOwnVersion(scope, versionId);
  if (held.version.status === "approved" && !isValid(held.version.validUntil, scope.now)) {
    throw new Refusal("CONFLICT", "This quote has passed the day it was valid to. Save it with a new one.");
  }
  const { status } = await moveVersion(scope, held, {
    to: "sent",
    by: "partner",
    told: "sent",
    set: { sentAt: scope.now },
  });
  return { status };
}
