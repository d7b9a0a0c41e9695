import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { agreement, agreementVersion, bankAccount, edge, party, partyProfile } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { Id, PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";

export type PartyRow = typeof party.$inferSelect;
export type AgreementVersionRow = typeof agreementVersion.$inferSelect;

/** The operator is part of every key, so that an index is used; row-level security asks for it anyway. */
const ours = (table: { operatorId: AnyPgColumn }, { actor }: Scope) => eq(table.operatorId, actor.operator);

export function validAt(row: { validFrom: AnyPgColumn; validTo: AnyPgColumn }, at: Date): SQL | undefined {
  return and(lte(row.validFrom, at), or(isNull(row.validTo), gt(row.validTo, at)));
}

/** A party that the asker may know, or the refusal that a stranger's and a missing one share. */
export async function readParty(scope: Scope, id: PartyId): Promise<PartyRow> {
  const [found] = await scope.db
    .select()
    .from(party)
    .where(and(ours(party, scope), eq(party.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such party.");
  return found;
}

/** The same, held until the transaction ends. */
export async function holdParty(scope: Scope, id: PartyId): Promise<PartyRow> {
  const [held] = await scope.db
    .select()
    .from(party)
    .where(and(ours(party, scope), eq(party.id, id)))
    .for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such party.");
  return held;
}

export async function findPartyAt(scope: Scope, path: string): Promise<PartyRow | undefined> {
  const [found] = await scope.db
    .select()
    .from(party)
    .where(and(ours(party, scope), eq(party.path, path)));
  return found;
}

/** What documents about a party print; of its subtree alone. */
export async function readProfile(scope: Scope, partyId: PartyId) {
  const [found] = await scope.db
    .select()
    .from(partyProfile)
    .where(and(ours(partyProfile, scope), eq(partyProfile.partyId, partyId)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such party.");
  return found;
}

export async function readAgreement(scope: Scope, id: Id<"agreement">) {
  const [found] = await scope.db
    .select()
    .from(agreement)
    .where(and(ours(agreement, scope), eq(agreement.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such agreement.");
  return found;
}

/** The versions of an agreement that were signed, oldest first, held so that two amendments do not cross. */
export async function holdAgreementVersions(scope: Scope, id: Id<"agreement">) {
  return scope.db
    .select()
    .from(agreementVersion)
    .where(
      and(
        ours(agreementVersion, scope),
        eq(agreementVersion.agreementId, id),
        ne(agreementVersion.status, "draft"),
      ),
    )
    .orderBy(asc(agreementVersion.number))
    .for("update");
}

/** The edges that end at these parties, oldest first. */
export async function readEdgesTo(scope: Scope, childIds: readonly PartyId[]) {
  return scope.db
    .select()
    .from(edge)
    .where(and(ours(edge, scope), inArray(edge.childId, [...childIds])))
    .orderBy(asc(edge.validFrom));
}

/** The account that a party is paid to at an instant; null while it has named none. */
export async function readBankAccount(scope: Scope, partyId: PartyId, at: Date) {
  const rows = await scope.db
    .select()
    .from(bankAccount)
    .where(and(ours(bankAccount, scope), eq(bankAccount.partyId, partyId), lte(bankAccount.validFrom, at)))
    .orderBy(asc(bankAccount.validFrom));
  return rows.at(-1) ?? null;
}

/** The terms of one agreement at an instant. */
export async function readTerms(scope: Scope, agreementId: Id<"agreement">, at: Date) {
  const [found] = await scope.db
    .select()
    .from(agreementVersion)
    .where(
      and(
        ours(agreementVersion, scope),
        eq(agreementVersion.agreementId, agreementId),
        ne(agreementVersion.status, "draft"),
        validAt(agreementVersion, at),
      ),
    );
  if (!found) throw new Refusal("CONFLICT", "The agreement has no terms at that time.");
  return found;
}
