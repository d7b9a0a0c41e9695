import { and, asc, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { membership, session, user } from "@/db/schema/identity";
import { sha256Hex } from "@/server/core/digest";
import { type MembershipId, newId, type SessionId, type UserId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { type Actor, type Portal, portalOf, type Role } from "./actor";
import { asIdentity } from "./identity";
import type { PartyKind } from "./membership";
import type { Database } from "./scope";

const minute = 60_000;
const hour = 60 * minute;

/** A session ends when nobody used it for `idle`, and at the latest `whole` after signing in. */
export const lifetime = { idle: 12 * hour, whole: 14 * 24 * hour } as const;
const noteSeenAfter = minute; // Noting every request would make each read of a page a write.

export type MembershipSeen = {
  readonly id: MembershipId;
  readonly partyName: string;
  readonly partyKind: PartyKind;
  readonly role: Role;
  readonly portal: Portal;
  readonly active: boolean;
};

/** A person who is signed in, as whom they act, and where else they could. */
export type Session = {
  readonly id: SessionId;
  readonly user: { readonly id: UserId; readonly name: string; readonly email: string };
  readonly actor: Actor;
  readonly memberships: readonly MembershipSeen[];
};

export type Browser = { readonly userAgent: string; readonly ip: string };

/** Signs a person in where they were last, or where they were invited first. */
export async function openSession(
  database: Database,
  opened: { token: string; userId: UserId; browser: Browser; now: Date },
): Promise<{ id: SessionId; endsAt: Date }> {
  const { token, userId, browser, now } = opened;
  return asIdentity(database, async (db) => {
    const [entry] = await db
      .select({ id: membership.id })
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      .leftJoin(session, eq(session.membershipId, membership.id))
      .where(and(eq(membership.userId, userId), isNull(membership.blockedAt), isNull(user.blockedAt)))
      .orderBy(sql`${session.lastSeenAt} desc nulls last`, asc(membership.invitedAt), asc(membership.id))
      .limit(1);
    if (!entry) throw new Refusal("NOT_ALLOWED", "You are not a member of any organisation here.");

    const id = newId("session", now);
    await db.insert(session).values({
      id,
      tokenHash: sha256Hex(token),
      userId,
      membershipId: entry.id,
      userAgent: browser.userAgent.slice(0, 400),
      ip: browser.ip.slice(0, 64),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + lifetime.idle),
    });
    await db.delete(session).where(lt(session.expiresAt, now));
    return { id, endsAt: new Date(now.getTime() + lifetime.whole) };
  });
}

/**
 * Who holds this token, read afresh every time: a block, a revoked session or another role takes effect
 * with the next call. If the membership it acts as is gone the session is over; it never slips into another.
 */
export async function readSession(database: Database, token: string, now: Date): Promise<Session | null> {
  return asIdentity(database, async (db) => {
    const rows = await db
      .select({ session, user: { id: user.id, name: user.name, email: user.email }, membership })
      .from(session)
      .innerJoin(user, and(eq(user.id, session.userId), isNull(user.blockedAt)))
      .innerJoin(membership, and(eq(membership.userId, user.id), isNull(membership.blockedAt)))
      .where(and(eq(session.tokenHash, sha256Hex(token)), gt(session.expiresAt, now)))
      .orderBy(asc(membership.partyName), asc(membership.id));
    const active = rows.find((row) => row.membership.id === row.session.membershipId);
    if (!active) return null;

    await noteSeen(db, active.session, now);
    return {
      id: active.session.id,
      user: active.user,
      actor: actorOf(active.user, active.membership),
      memberships: rows.map((row) => seen(row.membership, row === active)),
    };
  });
}

async function noteSeen(db: Database, held: typeof session.$inferSelect, now: Date): Promise<void> {
  if (now.getTime() - held.lastSeenAt.getTime() < noteSeenAfter) return;
  const end = held.createdAt.getTime() + lifetime.whole;
  const expiresAt = new Date(Math.min(now.getTime() + lifetime.idle, end));
  await db.update(session).set({ lastSeenAt: now, expiresAt }).where(eq(session.id, held.id));
}

function actorOf(person: Session["user"], held: typeof membership.$inferSelect): Actor {
  const { operatorId: operator, partyId: party, path, role } = held;
  return { user: person.id, name: person.name, operator, party, path, role };
}

function seen(held: typeof membership.$inferSelect, active: boolean): MembershipSeen {
  const { id, partyName, partyKind, role } = held;
  return { id, partyName, partyKind, role, portal: portalOf(role), active };
}

/** Acts as another membership of the same person from the next call on. */
export async function switchMembership(
  database: Database,
  change: { session: SessionId; user: UserId; to: MembershipId },
): Promise<{ portal: Portal }> {
  return asIdentity(database, async (db) => {
    const own = and(
      eq(membership.id, change.to),
      eq(membership.userId, change.user),
      isNull(membership.blockedAt),
    );
    const [target] = await db.select({ role: membership.role }).from(membership).where(own);
    if (!target) throw new Refusal("NOT_FOUND", "You are not a member there.");

    const held = and(eq(session.id, change.session), eq(session.userId, change.user));
    const moved = await db
      .update(session)
      .set({ membershipId: change.to })
      .where(held)
      .returning({ id: session.id });
    if (moved.length === 0) throw new Refusal("NOT_FOUND", "This session has ended. Please sign in again.");
    return { portal: portalOf(target.role) };
  });
}

/** Where a person is signed in, the last used first. */
export async function listSessions(database: Database, person: UserId, now: Date) {
  return asIdentity(database, (db) =>
    db
      .select({
        id: session.id,
        userAgent: session.userAgent,
        ip: session.ip,
        createdAt: session.createdAt,
        lastSeenAt: session.lastSeenAt,
        partyName: membership.partyName,
        role: membership.role,
      })
      .from(session)
      .innerJoin(membership, eq(membership.id, session.membershipId))
      .where(and(eq(session.userId, person), gt(session.expiresAt, now)))
      .orderBy(desc(session.lastSeenAt), asc(session.id)),
  );
}

/** Signs a browser of the same person out. */
export async function revokeSession(
  database: Database,
  { id, user: person }: { id: SessionId; user: UserId },
): Promise<void> {
  const gone = await asIdentity(database, (db) =>
    db
      .delete(session)
      .where(and(eq(session.id, id), eq(session.userId, person)))
      .returning({ id: session.id }),
  );
  if (gone.length === 0) throw new Refusal("NOT_FOUND", "There is no such session.");
}

/** Signs out the browser that holds this token. */
export async function endSession(database: Database, token: string): Promise<void> {
  await asIdentity(database, (db) => db.delete(session).where(eq(session.tokenHash, sha256Hex(token))));
}
