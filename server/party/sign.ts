import { and, eq } from "drizzle-orm";
import { agreement, agreementVersion } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { canonicalJson } from "@/server/core/digest";
import { type Id, newId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { effectiveFrom } from "./effective";
import type { NewAgreement, Terms } from "./input";
import { type AgreementVersionRow, holdAgreementVersions, readParty } from "./read";

export type Signed = { readonly agreementId: Id<"agreement">; readonly versionId: Id<"agreementVersion"> };

/**
 * Signs the first version of an agreement. Two parties have one agreement of a name: the same again changes
 * nothing.
 */
export async function signAgreement(
  scope: Scope,
  { parentId, childId, name, terms, ...asked }: NewAgreement,
): Promise<Signed> {
  const validFrom = await effectiveFrom(scope, asked.validFrom);
  const { actor, now, db } = scope;
  const [parent, child] = [await readParty(scope, parentId), await readParty(scope, childId)];
  if (parent.id === child.id) throw new Refusal("INVALID", "An agreement is between two parties.");
  const operatorId = actor.operator;
  const agreementId = newId("agreement", now);
  const [kept] = await db
    .insert(agreement)
    .values({ operatorId, id: agreementId, parentId, childId, name, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: agreement.id });
  if (!kept) return sameOrRefuse(scope, { parentId, childId, name, terms });

  const versionId = newId("agreementVersion", now);
  const version = { operatorId, id: versionId, agreementId, number: 1, parentId, childId };
  await db.insert(agreementVersion).values({ ...version, ...terms, status: "active", validFrom });
  await record(scope, {
    code: "party.agreement.signed",
    summary: `${parent.name} and ${child.name} signed “${name}”`,
    object: { kind: "agreement", id: agreementId },
    after: { version: 1, ...terms, validFrom },
  });
  await emit(scope, "agreement.signed", { agreementId, agreementVersionId: versionId });
  return { agreementId, versionId };
}

async function sameOrRefuse(scope: Scope, asked: Omit<NewAgreement, "validFrom">): Promise<Signed> {
  const [there] = await scope.db
    .select()
    .from(agreement)
    .where(
      and(
        eq(agreement.operatorId, scope.actor.operator),
        eq(agreement.parentId, asked.parentId),
        eq(agreement.childId, asked.childId),
        eq(agreement.name, asked.name),
      ),
    );
  const newest = there && (await holdAgreementVersions(scope, there.id)).at(-1);
  if (!newest || !sameTerms(newest, asked.terms)) {
    throw new Refusal(
      "CONFLICT",
      `These parties already have an agreement “${asked.name}” with other terms: amend that one.`,
    );
  }
  return { agreementId: newest.agreementId, versionId: newest.id };
}

export function sameTerms(version: AgreementVersionRow, terms: Terms): boolean {
  return canonicalJson(termsOf(version)) === canonicalJson(terms);
}

export function termsOf(version: AgreementVersionRow): Terms {
  const { commissionRate, discountBand, shareDue, currency, minimumPayout, holdingDays, withholdingRate } =
    version;
  return { commissionRate, discountBand, shareDue, currency, minimumPayout, holdingDays, withholdingRate };
}
