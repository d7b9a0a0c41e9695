import { rehearsal } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId } from "@/server/core/ids";
import type { VersionRef } from "@/server/offer/input";
import { type OfferedVersion, readVersion } from "@/server/offer/read";
import { digestOfOffer } from "@/server/offer/rules/draft";
import { checkRoute, readSellers } from "./route";
import { checkContent } from "./rules/content";
import { allPassed, type Finding, failed } from "./rules/finding";

export type Rehearsal = {
  readonly rehearsalId: Id<"rehearsal">;
  readonly passed: boolean;
  readonly findings: readonly Finding[];
};

/**
 * Sells a version that is not on sale yet, through every partner who could, in a savepoint that is rolled
 * back. What is kept is what was found, for exactly this content.
 */
export async function rehearse(scope: Scope, { versionId }: VersionRef): Promise<Rehearsal> {
  const version = await readVersion(scope, versionId);
  const content = checkContent(version.components);
  const findings = allPassed(content) ? [...content, ...(await play(scope, version))] : content;
  const passed = allPassed(findings);
  const rehearsalId = newId("rehearsal", scope.now);
  const digest = digestOfOffer(version);
  await scope.db.insert(rehearsal).values({
    ...{ operatorId: scope.actor.operator, id: rehearsalId, offerVersionId: versionId, digest },
    ...{ passed: passed ? "yes" : "no", findings: [...findings], rehearsedAt: scope.now },
  });
  await record(scope, {
    code: "offer.version.rehearsed",
    summary: `Version ${version.number} of “${version.name}” was rehearsed: ${passed ? "passed" : "failed"}`,
    object: { kind: "offer", id: version.offerId },
    after: { rehearsalId, passed, digest },
  });
  return { rehearsalId, passed, findings };
}

async function play(scope: Scope, version: OfferedVersion): Promise<readonly Finding[]> {
  const sellers = await readSellers(scope);
  const findings: Finding[] = [];
  for (const partner of sellers) {
    findings.push(...(await neverKept(scope, (trial) => checkRoute(trial, version, partner))));
  }
  if (findings.length > 0) return findings;
  return [failed("Routes", "Nobody could sell it: no partner has a route for this product family.")];
}

/** Does work in a savepoint and takes back all of it, also when it succeeds. */
async function neverKept<Result>(scope: Scope, work: (trial: Scope) => Promise<Result>): Promise<Result> {
  let result: { readonly of: Result } | undefined;
  const takeBack = new Error("A rehearsal is never kept.");
  await scope.db
    .transaction(async (db) => {
      result = { of: await work({ ...scope, db }) };
      throw takeBack;
    })
    .catch((error: unknown) => {
      if (error !== takeBack) throw error;
    });
  if (!result) throw takeBack;
  return result.of;
}
