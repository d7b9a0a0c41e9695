import { and, asc, desc, eq, inArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agreement, agreementVersion, edge, party, partyProfile } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { readCalendar } from "./effective";
import { readBankAccount, readParty } from "./read";
import { maskedAccount } from "./rules/account";
import { rolesAt } from "./rules/member";
import { nextStatuses } from "./rules/status";
import { pathsAbove } from "./rules/tree";

const parent = alias(party, "parent");
const child = alias(party, "child");

/** A party as its page shows it: who it is, whom it stands below, and who stands below it. */
export async function readPartyPage(scope: Scope, id: PartyId) {
  const { db, actor, now } = scope;
  const found = await readParty(scope, id);
  const mine = eq(party.operatorId, actor.operator);
  const above = await db
    .select({ id: party.id, name: party.name, path: party.path, kind: party.kind })
    .from(party)
    .where(and(mine, inArray(party.path, [...pathsAbove(found.path)])))
    .orderBy(asc(party.path));
  const below = await db
    .select({ id: party.id, name: party.name, kind: party.kind, status: party.status })
    .from(party)
    .where(and(mine, eq(party.parentId, id)))
    .orderBy(asc(party.path));
  const [profile] = await db
    .select()
    .from(partyProfile)
    .where(and(eq(partyProfile.operatorId, actor.operator), eq(partyProfile.partyId, id)));
  const account = await readBankAccount(scope, id, now);
  return {
    ...found,
    above: above.filter((each) => each.id !== id),
    partners: below.filter(({ kind }) => kind !== "customer"),
    customers: below.filter(({ kind }) => kind === "customer").length,
    profile: profile ?? null,
    account: account && {
      ...{ holder: account.holder, number: maskedAccount(account.iban), bic: account.bic },
      ...{ currency: account.currency, since: account.validFrom },
    },
    nextStatuses: nextStatuses(found.status),
    roles: rolesAt(found.kind),
    calendar: await readCalendar(scope),
  };
}

export type PartyPage = Awaited<ReturnType<typeof readPartyPage>>;

/** The edges that a party is part of, newest first. */
export async function readEdgesOf({ db, actor }: Scope, id: PartyId) {
  return db
    .select({
      ...{ id: edge.id, family: edge.family, model: edge.model },
      ...{ validFrom: edge.validFrom, validTo: edge.validTo },
      ...{ parentId: edge.parentId, parentName: parent.name, childId: edge.childId, childName: child.name },
      ...{ agreementId: edge.agreementId, agreementName: agreement.name },
    })
    .from(edge)
    .innerJoin(parent, and(eq(parent.operatorId, edge.operatorId), eq(parent.id, edge.parentId)))
    .innerJoin(child, and(eq(child.operatorId, edge.operatorId), eq(child.id, edge.childId)))
    .innerJoin(agreement, and(eq(agreement.operatorId, edge.operatorId), eq(agreement.id, edge.agreementId)))
    .where(and(eq(edge.operatorId, actor.operator), or(eq(edge.childId, id), eq(edge.parentId, id))))
    .orderBy(desc(edge.validFrom), asc(edge.id));
}

/** The agreements of a party, each with its versions, newest first. */
export async function readAgreementsOf({ db, actor }: Scope, id: PartyId) {
  const agreements = await db
    .select({
      ...{ id: agreement.id, name: agreement.name, createdAt: agreement.createdAt },
      ...{ parentId: agreement.parentId, parentName: parent.name },
      ...{ childId: agreement.childId, childName: child.name },
    })
    .from(agreement)
    .innerJoin(parent, and(eq(parent.operatorId, agreement.operatorId), eq(parent.id, agreement.parentId)))
    .innerJoin(child, and(eq(child.operatorId, agreement.operatorId), eq(child.id, agreement.childId)))
    .where(
      and(
        eq(agreement.operatorId, actor.operator),
        or(eq(agreement.childId, id), eq(agreement.parentId, id)),
      ),
    )
    .orderBy(asc(agreement.name), asc(agreement.id));
  const ids = agreements.map((each) => each.id);
  const versions = ids.length === 0 ? [] : await readVersionsOf({ db, actor }, ids);
  return agreements.map((each) => ({
    ...each,
    versions: versions.filter(({ agreementId }) => agreementId === each.id),
  }));
}

export type EdgeShown = Awaited<ReturnType<typeof readEdgesOf>>[number];
export type AgreementShown = Awaited<ReturnType<typeof readAgreementsOf>>[number];

function readVersionsOf(
  { db, actor }: Pick<Scope, "db" | "actor">,
  ids: (typeof agreement.$inferSelect.id)[],
) {
  return db
    .select()
    .from(agreementVersion)
    .where(and(eq(agreementVersion.operatorId, actor.operator), inArray(agreementVersion.agreementId, ids)))
    .orderBy(desc(agreementVersion.number));
}
