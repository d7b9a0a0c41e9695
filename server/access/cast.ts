import { and, asc, eq, isNull } from "drizzle-orm";
import { membership, user } from "@/db/schema/identity";
import type { UserId } from "@/server/core/ids";
import { asIdentity } from "./identity";
import type { Database } from "./scope";

/** The people of the demo, each with every part they play; empty in an installation without one. */
export async function readCast(database: Database) {
  return asIdentity(database, (db) =>
    db
      .select({
        userId: user.id,
        name: user.name,
        email: user.email,
        operatorId: membership.operatorId,
        path: membership.path,
        partyName: membership.partyName,
        partyKind: membership.partyKind,
        role: membership.role,
      })
      .from(user)
      .innerJoin(membership, eq(membership.userId, user.id))
      .where(and(eq(user.demo, true), isNull(user.blockedAt), isNull(membership.blockedAt)))
      .orderBy(
        asc(membership.operatorId),
        asc(membership.path),
        asc(membership.invitedAt),
        asc(membership.id),
      ),
  );
}

/** The address of one of the cast. Nobody else can be signed in by a click, whatever is asked. */
export async function castAddress(database: Database, id: UserId): Promise<string | null> {
  const rows = await asIdentity(database, (db) =>
    db
      .select({ email: user.email })
      .from(user)
      .where(and(eq(user.id, id), eq(user.demo, true), isNull(user.blockedAt))),
  );
  return rows[0]?.email ?? null;
}
