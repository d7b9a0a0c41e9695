import { and, count, desc, eq } from "drizzle-orm";
import { auditRoot, auditSeal, auditUnsealed } from "@/db/schema/audit";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";

const daysShown = 7;

/** How far the record is sealed, and where it stood at the end of the last days. */
export async function readSealing({ actor, db }: Scope) {
  const [tip] = await db
    .select({ sequence: auditSeal.sequence, hash: auditSeal.hash, sealedAt: auditSeal.sealedAt })
    .from(auditSeal)
    .where(eq(auditSeal.operatorId, actor.operator))
    .orderBy(desc(auditSeal.sequence))
    .limit(1);
  const [waiting] = await db
    .select({ entries: count() })
    .from(auditUnsealed)
    .where(eq(auditUnsealed.operatorId, actor.operator));
  const roots = await db
    .select({ day: auditRoot.day, sequence: auditRoot.sequence, hash: auditRoot.hash })
    .from(auditRoot)
    .where(eq(auditRoot.operatorId, actor.operator))
    .orderBy(desc(auditRoot.day))
    .limit(daysShown);
  return { tip: tip ?? null, waiting: waiting?.entries ?? 0, roots };
}

export type Sealing = Awaited<ReturnType<typeof readSealing>>;

/** The seal of one entry, or null while it waits. */
export async function readSeal({ actor, db }: Scope, entryId: Id<"audit">) {
  const [seal] = await db
    .select({ sequence: auditSeal.sequence, hash: auditSeal.hash, sealedAt: auditSeal.sealedAt })
    .from(auditSeal)
    .where(and(eq(auditSeal.operatorId, actor.operator), eq(auditSeal.entryId, entryId)));
  return seal ?? null;
}
