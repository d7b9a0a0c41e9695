import { asc, inArray, isNull, sql } from "drizzle-orm";
import { inRole } from "@/db/client";
import { outbox } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import type { EventPayload } from "./envelope";

/** Takes events to an engine. Runs in the transaction that marks them as relayed. */
export type Hand = (db: Database, events: readonly EventPayload[]) => Promise<void>;

const batchMax = 500;

/**
 * Hands on what the outbox holds, at least once, and answers how many. Events are marked one by one
 * and no place is remembered, so an event is never passed over because a later one was committed
 * before it. One relay works at a time: what was committed first is handed on first.
 */
export function relay(database: Database, hand: Hand, now: Date): Promise<number> {
  return inRole(database, "tributary_engine", (db) => relayIn(db, hand, now));
}

/** The same, in a transaction of the engine that is open already. */
export async function relayIn(db: Database, hand: Hand, now: Date): Promise<number> {
  const { rows } = await db.execute<{ alone: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('tributary.relay', 0)) as alone`,
  );
  if (!rows[0]?.alone) return 0;
  const waiting = await db
    .select()
    .from(outbox)
    .where(isNull(outbox.relayedAt))
    .orderBy(asc(outbox.sequence))
    .limit(batchMax);
  if (waiting.length === 0) return 0;
  await hand(
    db,
    waiting.map(({ id, name, data, occurredAt }) => ({ id, name, data, ts: occurredAt.getTime() })),
  );
  const sequences = waiting.map(({ sequence }) => sequence);
  await db.update(outbox).set({ relayedAt: now }).where(inArray(outbox.sequence, sequences));
  return waiting.length;
}
