import { and, eq } from "drizzle-orm";
import { offerVersion } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { requestApproval } from "@/server/approval/request";
import { voidApprovals } from "@/server/approval/void";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { VersionRef } from "./input";
import { holdVersion, readVersion } from "./read";
import { digestOfOffer } from "./rules/draft";
import { moveOffer } from "./rules/status";

/**
 * Hands a draft to whoever decides about it. From here on it stays as it is, or goes back to being a draft.
 */
export async function submitOffer(
  scope: Scope,
  { versionId }: VersionRef,
): Promise<{ readonly approvalId: Id<"approval"> }> {
  const held = await holdVersion(scope, versionId);
  const status = moveOffer(held.status, "in_review");
  const version = await readVersion(scope, versionId);
  if (version.components.length === 0) {
    throw new Refusal("INVALID", "There is nothing in this offer yet: put an item in first.");
  }
  const submittedBy = scope.actor.user;
  await setStatus(scope, versionId, { status, submittedBy });
  const summary = `Publish version ${version.number} of “${version.name}”`;
  await record(scope, {
    code: "offer.version.submitted",
    summary: `Version ${version.number} of “${version.name}” was handed in for review`,
    object: { kind: "offer", id: version.offerId },
    before: { status: held.status },
    after: { status, digest: digestOfOffer(version) },
  });
  return requestApproval(scope, {
    subjectKind: "offer_version",
    subjectId: versionId,
    digest: digestOfOffer(version),
    policy: "offer_publication",
    summary,
    reason: `${version.components.length} components, ${version.termMonths} months.`,
  });
}

/**
 * Takes a version that is not published yet back to the table; what was asked or approved about it is void.
 */
export async function takeBackOffer(scope: Scope, { versionId }: VersionRef): Promise<void> {
  const held = await holdVersion(scope, versionId);
  const status = moveOffer(held.status, "draft");
  await setStatus(scope, versionId, { status, submittedBy: null });
  await voidApprovals(scope, { subjectKind: "offer_version", subjectId: versionId });
  await record(scope, {
    code: "offer.version.taken_back",
    summary: `Version ${held.number} is a draft again`,
    object: { kind: "offer", id: held.offerId },
    before: { status: held.status },
    after: { status },
  });
}

/** Moves a version that is held. */
export async function setStatus(
  { db, actor }: Scope,
  versionId: Id<"offerVersion">,
  change: Partial<Pick<typeof offerVersion.$inferInsert, "status" | "submittedBy" | "publishedAt">>,
): Promise<void> {
  await db
    .update(offerVersion)
    .set(change)
    .where(and(eq(offerVersion.operatorId, actor.operator), eq(offerVersion.id, versionId)));
}
