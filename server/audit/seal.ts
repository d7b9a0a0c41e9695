import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { auditEntry, auditRoot, auditSeal, auditUnsealed } from "@/db/schema/audit";
import type { Scope } from "@/server/access/scope";
import { link, noTip, type Seal, type Tip } from "./rules/chain";

const entriesAtOnce = 2_000;

/**
 * Chains the committed entries that wait, and answers how many. What is not yet committed is not seen and
 * waits for the next time, so no writer waits for a seal. One at a time works for an operator; another
 * goes away at once.
 */
export async function sealEntries(scope: Scope): Promise<number> {
  const { actor, db, now } = scope;
  const { rows } = await db.execute<{ alone: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${lockOf(actor.operator)}, 0)) as alone`,
  );
  if (!rows[0]?.alone) return 0;
  const last = await lastSeal(scope);
  if (last) await keepRoot(scope, last);
  const waiting = await db
    .select({ entry: auditEntry })
    .from(auditUnsealed)
    .innerJoin(
      auditEntry,
      and(eq(auditEntry.operatorId, auditUnsealed.operatorId), eq(auditEntry.id, auditUnsealed.entryId)),
    )
    .where(eq(auditUnsealed.operatorId, actor.operator))
    .orderBy(asc(auditUnsealed.entryId))
    .limit(entriesAtOnce);
  if (waiting.length === 0) return 0;
  const seals = chainOf(
    last ?? noTip,
    waiting.map(({ entry }) => entry),
  );
  await db
    .insert(auditSeal)
    .values(seals.map((seal) => ({ ...seal, operatorId: actor.operator, sealedAt: now })));
  const sealed = seals.map(({ entryId }) => entryId);
  await db
    .delete(auditUnsealed)
    .where(and(eq(auditUnsealed.operatorId, actor.operator), inArray(auditUnsealed.entryId, sealed)));
  return seals.length;
}

function lockOf(operator: string): string {
  return `tributary.audit.${operator}`;
}

type Entry = typeof auditEntry.$inferSelect;

function chainOf(tip: Tip, entries: readonly Entry[]) {
  let at = tip;
  return entries.map((entry) => {
    const seal: Seal = link(at, entry);
    at = seal;
    return { ...seal, entryId: entry.id };
  });
}

async function lastSeal({ actor, db }: Scope) {
  const [last] = await db
    .select()
    .from(auditSeal)
    .where(eq(auditSeal.operatorId, actor.operator))
    .orderBy(desc(auditSeal.sequence))
    .limit(1);
  return last;
}

/** The day of the last seal is over: where the chain stands is its root. A day without a seal has none. */
async function keepRoot(
  { actor, db, now }: Scope,
  { sequence, hash, sealedAt }: NonNullable<Awaited<ReturnType<typeof lastSeal>>>,
): Promise<void> {
  const day = dayOf(sealedAt);
  if (day >= dayOf(now)) return;
  await db
    .insert(auditRoot)
    .values({ operatorId: actor.operator, day, sequence, hash, madeAt: now })
    .onConflictDoNothing();
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
