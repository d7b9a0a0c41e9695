import { and, eq, isNull } from "drizzle-orm";
import { inRole } from "@/db/client";
import { account, membership, user } from "@/db/schema/identity";
import type { UserId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { Database } from "./scope";

/** A person as signing in needs to know them. */
export type Person = {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly demo: boolean;
  readonly verifiedAt: Date | null;
};

const person = {
  id: user.id,
  email: user.email,
  name: user.name,
  demo: user.demo,
  verifiedAt: user.verifiedAt,
} as const;

/** The identity schema, as the one role that reaches it. Only the files of this folder call it. */
export function asIdentity<Result>(
  database: Database,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return inRole(database, "tributary_identity", work);
}

/** An address as we compare it. Throws a refusal for what is no address, or could be read as two. */
export function addressOf(written: string): string {
  const address = written.normalize("NFKC").trim().toLowerCase();
  const plain = /^[^\s@",;<>()[\]\\]+@[^\s@",;<>()[\]\\]+\.[^\s@",;<>()[\]\\.]+$/.test(address);
  if (!plain || address.length > 254) throw new Refusal("INVALID", "That is not an e-mail address.");
  return address;
}

export async function personByEmail(database: Database, email: string): Promise<Person | null> {
  const rows = await asIdentity(database, (db) => db.select(person).from(user).where(eq(user.email, email)));
  return rows[0] ?? null;
}

export async function personById(database: Database, id: UserId): Promise<Person | null> {
  const rows = await asIdentity(database, (db) => db.select(person).from(user).where(eq(user.id, id)));
  return rows[0] ?? null;
}

/** Who an identity provider means by `subject`, if they were linked before. */
export async function personByAccount(
  database: Database,
  { provider, subject }: { provider: string; subject: string },
): Promise<Person | null> {
  const linked = and(eq(account.provider, provider), eq(account.subject, subject));
  const rows = await asIdentity(database, (db) =>
    db.select(person).from(account).innerJoin(user, eq(user.id, account.userId)).where(linked),
  );
  return rows[0] ?? null;
}

export async function linkAccount(
  database: Database,
  link: { provider: string; subject: string; userId: UserId; now: Date },
): Promise<void> {
  const { provider, subject, userId, now } = link;
  await asIdentity(database, (db) =>
    db.insert(account).values({ provider, subject, userId, linkedAt: now }).onConflictDoNothing(),
  );
}

/** The first proof that the address is theirs. */
export async function markVerified(database: Database, id: UserId, now: Date): Promise<void> {
  await asIdentity(database, (db) =>
    db
      .update(user)
      .set({ verifiedAt: now })
      .where(and(eq(user.id, id), isNull(user.verifiedAt))),
  );
}

/** Whether this person may sign in at all: not blocked, and a member somewhere. */
export async function mayEnter(database: Database, id: UserId): Promise<boolean> {
  const rows = await asIdentity(database, (db) =>
    db
      .select({ id: membership.id })
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      .where(and(eq(user.id, id), isNull(user.blockedAt), isNull(membership.blockedAt)))
      .limit(1),
  );
  return rows.length > 0;
}
