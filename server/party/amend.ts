import { and, eq } from "drizzle-orm";
import { agreementVersion } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { newId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { effectiveFrom } from "./effective";
import type { Amendment } from "./input";
import { holdAgreementVersions, readAgreement } from "./read";
import { type Signed, sameTerms, termsOf } from "./sign";

/**
 * Signs the next version of an agreement and ends the one before it at the same instant. Deals keep the
 * version they pinned.
 */
export async function amendAgreement(
  scope: Scope,
  { agreementId, terms, ...asked }: Amendment,
): Promise<Signed> {
  const validFrom = await effectiveFrom(scope, asked.validFrom);
  const { actor, now, db } = scope;
  const { name, parentId, childId } = await readAgreement(scope, agreementId);
  const before = (await holdAgreementVersions(scope, agreementId)).at(-1);
  invariant(before !== undefined, "an agreement has a first version");
  if (sameTerms(before, terms)) return { agreementId, versionId: before.id };
  if (validFrom < now) throw new Refusal("INVALID", "New terms take effect now or later, never in the past.");
  if (validFrom <= before.validFrom) {
    throw new Refusal("CONFLICT", "The newest terms take effect later than that: choose a later day.");
  }
  const operatorId = actor.operator;
  await db
    .update(agreementVersion)
    .set({ status: "superseded", validTo: validFrom })
    .where(and(eq(agreementVersion.operatorId, operatorId), eq(agreementVersion.id, before.id)));
  const versionId = newId("agreementVersion", now);
  const number = before.number + 1;
  await db.insert(agreementVersion).values({
    ...{ operatorId, id: versionId, agreementId, number, parentId, childId, ...terms },
    ...{ status: "active", validFrom },
  });
  await record(scope, {
    code: "party.agreement.amended",
    summary: `Version ${number} of the agreement “${name}” was signed`,
    object: { kind: "agreement", id: agreementId },
    before: termsOf(before),
    after: { version: number, ...terms, validFrom },
  });
  await emit(scope, "agreement.signed", { agreementId, agreementVersionId: versionId });
  return { agreementId, versionId };
}
