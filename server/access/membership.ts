import { and, asc, eq, isNull } from "drizzle-orm";
import { membership, session, user } from "@/db/schema/identity";
import { type MembershipId, newId, type OperatorId, type PartyId, type UserId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { PartyRole } from "@/server/party/rules/vocabulary";
import type { Role } from "./actor";
import { addressOf, asIdentity } from "./identity";
import type { Database } from "./scope";

/** What an organisation is in its network, as the shell names it. */
export type PartyKind = PartyRole;

export type NewUser = { readonly email: string; readonly name: string; readonly demo?: boolean };

export type PartyInTree = {
  readonly operatorId: OperatorId;
  readonly partyId: PartyId;
  readonly path: string;
  readonly partyName: string;
  readonly partyKind: PartyKind;
};

export type NewMembership = PartyInTree & { readonly userId: UserId; readonly role: Role };

/** Knows a person by their address; who is known already stays who they are. */
export async function addUser(database: Database, added: NewUser, now: Date): Promise<UserId> {
  const email = addressOf(added.email);
  return asIdentity(database, async (db) => {
    const fresh = {
      id: newId("user", now),
      email,
      name: added.name,
      demo: added.demo ?? false,
      createdAt: now,
    };
    await db.insert(user).values(fresh).onConflictDoNothing({ target: user.email });
    const [kept] = await db.select({ id: user.id }).from(user).where(eq(user.email, email));
    return kept?.id ?? fresh.id;
  });
}

/** Lets a person act at an organisation; asked again, it sets the role and lifts a block. */
export async function addMembership(
  database: Database,
  added: NewMembership,
  now: Date,
): Promise<MembershipId> {
  if (added.role === "system" || added.role === "anonymous") {
    throw new Refusal("INVALID", `Nobody can be a member as “${added.role}”.`);
  }
  const { role, path, partyName, partyKind } = added;
  const [kept] = await asIdentity(database, (db) =>
    db
      .insert(membership)
      .values({ ...added, id: newId("membership", now), invitedAt: now })
      .onConflictDoUpdate({
        target: [membership.userId, membership.operatorId, membership.partyId],
        set: { role, path, partyName, partyKind, blockedAt: null },
      })
      .returning({ id: membership.id }),
  );
  if (!kept) throw new Refusal("CONFLICT", "The membership could not be added. Please try again.");
  return kept.id;
}

/** Takes effect with the next call: an actor is made from the membership every time. */
export async function changeRole(database: Database, id: MembershipId, role: Role): Promise<void> {
  await asIdentity(database, (db) => db.update(membership).set({ role }).where(eq(membership.id, id)));
}

/** Ends a membership, and every sign-in that acts as it. */
export async function blockMembership(database: Database, id: MembershipId, now: Date): Promise<void> {
  await asIdentity(database, async (db) => {
    await db.update(membership).set({ blockedAt: now }).where(eq(membership.id, id));
    await db.delete(session).where(eq(session.membershipId, id));
  });
}

/** Shuts a person out everywhere, at once. */
export async function blockUser(database: Database, id: UserId, now: Date): Promise<void> {
  await asIdentity(database, async (db) => {
    await db.update(user).set({ blockedAt: now }).where(eq(user.id, id));
    await db.delete(session).where(eq(session.userId, id));
  });
}

/** Follows a change of an organisation's name, kind or place in the tree. */
export async function updateMembershipsOfParty(database: Database, party: PartyInTree): Promise<void> {
  const { operatorId, partyId, path, partyName, partyKind } = party;
  await asIdentity(database, (db) =>
    db
      .update(membership)
      .set({ path, partyName, partyKind })
      .where(and(eq(membership.operatorId, operatorId), eq(membership.partyId, partyId))),
  );
}

/** Who acts for an organisation, for its list of members and for mails that go to all of them. */
export async function membersOfParty(database: Database, party: Pick<PartyInTree, "operatorId" | "partyId">) {
  return asIdentity(database, (db) =>
    db
      .select({
        id: membership.id,
        userId: user.id,
        name: user.name,
        email: user.email,
        role: membership.role,
        invitedAt: membership.invitedAt,
        verifiedAt: user.verifiedAt,
      })
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      .where(
        and(
          eq(membership.operatorId, party.operatorId),
          eq(membership.partyId, party.partyId),
          isNull(membership.blockedAt),
          isNull(user.blockedAt),
        ),
      )
      .orderBy(asc(membership.invitedAt), asc(membership.id)),
  );
}

/** Every operator of the installation that has people: for what is done for each of them in turn. */
export async function readOperators(database: Database): Promise<readonly OperatorId[]> {
  const rows = await asIdentity(database, (db) =>
    db
      .selectDistinct({ operatorId: membership.operatorId })
      .from(membership)
      .orderBy(asc(membership.operatorId)),
  );
  return rows.map(({ operatorId }) => operatorId);
}
