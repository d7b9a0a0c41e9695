import { addMembership, addUser, membersOfParty } from "@/server/access/membership";
import type { Database, Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { Invitation } from "./input";
import { readParty, readProfile } from "./read";
import { mayBe } from "./rules/member";

/** Who acts for a party, for those who may see into it. */
export async function readPeople(scope: Scope, identity: Database, partyId: PartyId) {
  await readProfile(scope, partyId);
  return membersOfParty(identity, { operatorId: scope.actor.operator, partyId });
}

export type PersonShown = Awaited<ReturnType<typeof readPeople>>[number];

/**
 * Lets a person act for a party. They sign in with a one-time link to their address; asked again, it sets the
 * role.
 */
export async function inviteMember(
  scope: Scope,
  identity: Database,
  { partyId, name, email, role }: Invitation,
): Promise<void> {
  const { actor, now } = scope;
  const place = await readParty(scope, partyId);
  await readProfile(scope, partyId);
  if (!mayBe(place.kind, role)) throw new Refusal("INVALID", `Nobody at ${place.name} can be a “${role}”.`);
  // The record comes first: people are kept in a transaction of their own, and nobody is let in unrecorded.
  await record(scope, {
    code: "party.member.invited",
    summary: `${name} may act for ${place.name} as ${role.replaceAll("_", " ")}`,
    object: { kind: "party", id: partyId },
    after: { email, role },
  });
  const userId = await addUser(identity, { email, name }, now);
  const tree = { operatorId: actor.operator, partyId, path: place.path };
  await addMembership(identity, { ...tree, partyName: place.name, partyKind: place.kind, userId, role }, now);
}
