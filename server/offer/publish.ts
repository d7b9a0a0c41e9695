import { and, eq, isNull } from "drizzle-orm";
import { offer, offerComponent } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { assertFourEyes } from "@/server/approval/rules/four-eyes";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import type { VersionRef } from "./input";
import {
  holdVersion,
  type OfferedVersion,
  readOffer,
  readRehearsal,
  readVersion,
  readVersions,
} from "./read";
import { digestOfOffer } from "./rules/draft";
import { moveOffer } from "./rules/status";
import { setStatus } from "./submit";

/**
 * Puts an approved version on sale in place of the one before it. It takes a second person, and a rehearsal
 * that was passed by exactly what is published.
 */
export async function publishOffer(scope: Scope, { versionId }: VersionRef): Promise<void> {
  const held = await holdVersion(scope, versionId);
  const status = moveOffer(held.status, "published");
  const submitter = { user: held.submittedBy, name: "Whoever handed it in" };
  if (held.submittedBy !== null) assertFourEyes(submitter, scope.actor);
  const version = await readVersion(scope, versionId);
  const digest = digestOfOffer(version);
  const rehearsed = await readRehearsal(scope, versionId);
  if (rehearsed?.digest !== digest || rehearsed.passed !== "yes") throw unrehearsed(rehearsed, digest);

  await putOnSale(scope, version);
  await record(scope, {
    code: "offer.version.published",
    summary: `Version ${version.number} of “${version.name}” is on sale`,
    object: { kind: "offer", id: held.offerId },
    before: { status: held.status },
    after: { status, versionId, digest, rehearsalId: rehearsed.id },
  });
  await emit(scope, "offer.published", { offerId: held.offerId, offerVersionId: versionId });
}

/** Sells a version from now on in place of the one before it. Whether it may be is its caller's to know. */
export async function putOnSale(
  scope: Scope,
  { offerId, versionId }: Pick<OfferedVersion, "offerId" | "versionId">,
): Promise<void> {
  await supersede(scope, offerId, versionId);
  await setStatus(scope, versionId, { status: "published", publishedAt: scope.now });
  await open(scope, offerId, versionId);
}

/** Takes an offer off sale for good. What was sold goes on. */
export async function retireOffer(
  scope: Scope,
  { offerId }: { readonly offerId: Id<"offer"> },
): Promise<void> {
  const { name } = await readOffer(scope, offerId);
  const published = (await readVersions(scope, offerId)).find(({ status }) => status === "published");
  if (!published) throw new Refusal("CONFLICT", `“${name}” is not on sale.`);
  const held = await holdVersion(scope, published.id);
  const status = moveOffer(held.status, "retired");
  await setStatus(scope, published.id, { status });
  await record(scope, {
    code: "offer.offer.retired",
    summary: `“${name}” is no longer sold`,
    object: { kind: "offer", id: offerId },
    before: { status: held.status },
    after: { status },
  });
}

async function supersede(scope: Scope, offerId: Id<"offer">, by: Id<"offerVersion">): Promise<void> {
  const earlier = (await readVersions(scope, offerId)).filter(
    ({ id, status }) => id !== by && status === "published",
  );
  for (const { id } of earlier) {
    const held = await holdVersion(scope, id);
    await setStatus(scope, id, { status: moveOffer(held.status, "superseded") });
  }
}

/** Lets the network see the rows. */
async function open(
  { db, actor, now }: Scope,
  offerId: Id<"offer">,
  versionId: Id<"offerVersion">,
): Promise<void> {
  const { operator } = actor;
  await db
    .update(offer)
    .set({ publishedAt: now })
    .where(and(eq(offer.operatorId, operator), eq(offer.id, offerId), isNull(offer.publishedAt)));
  await db
    .update(offerComponent)
    .set({ publishedAt: now })
    .where(and(eq(offerComponent.operatorId, operator), eq(offerComponent.offerVersionId, versionId)));
}

function unrehearsed(rehearsed: Awaited<ReturnType<typeof readRehearsal>>, digest: string): Refusal {
  if (!rehearsed)
    return new Refusal("CONFLICT", "Rehearse this version first: nobody knows yet whether it can be sold.");
  if (rehearsed.digest !== digest) {
    return new Refusal("CONFLICT", "This version changed since it was rehearsed. Rehearse it again.");
  }
  return new Refusal("CONFLICT", "The last rehearsal found something to fix. Fix it and rehearse again.");
}
