import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/server/access/scope";
import type { Job } from "./client";
import { withEventContext } from "./context";
import { relayIn } from "./relay";
import { discover, type Registry } from "./runner/functions";
import { type Transport, unsigned } from "./runner/protocol";
import { carry, type Held, loadHeld, type Runner } from "./runner/runner";
import { fireSchedules, setSchedules } from "./runner/schedule";
import { deliver } from "./runner/start";
import { inEngine } from "./runner/store";
import { admit, lease, readmit, recover, release } from "./runner/tasks";
import { handlerOf } from "./serve";

const endpoint = "http://in.process/api/inngest";
const batchMax = 64;

type Served = { readonly transport: Transport; registry?: Registry };
const served = new WeakMap<readonly Job[], Served>();

/**
 * Relays the outbox and does everything that is due up to `now`, in this process, in the order in
 * which it comes due, until nothing is left. Work that came due earlier finds the clock at that
 * time, so a world that is drained day by day is the world a server would have left behind.
 */
export async function drainJobs(jobs: readonly Job[], database: Database, now: Date): Promise<void> {
  let clock = new Date(0);
  const context = { database, clock: () => clock, engine: { kind: "in process" as const } };
  await withEventContext(context, async () => {
    const ready = serveOnce(jobs);
    ready.registry ??= await discover(ready.transport, endpoint, unsigned);
    const { transport, registry } = ready;
    const holder = `drain ${randomUUID()}`;
    const runner: Runner = {
      ...{ database, registry, transport, endpoint, signingKey: unsigned, holder },
      clock: () => clock,
    };
    await recover(database);
    await readmit(database);
    await inEngine(database, (db) => setSchedules(db, registry, now));
    await drainAll(runner, now, (moment) => {
      if (moment > clock) clock = moment;
    });
  });
}

/**
 * Takes a batch at a time, and a smaller one where work
 * makes more work that comes before the rest of the batch.
 */
async function drainAll(runner: Runner, now: Date, moveClock: (to: Date) => void): Promise<void> {
  for (let size = 1; ; ) {
    const batch = await inEngine(runner.database, (db) => nextBatch(db, runner, now, size, moveClock));
    if (!batch) return;
    const left = await carryBatch(runner, batch, moveClock);
    if (left > 0) await inEngine(runner.database, (db) => release(db, runner.holder));
    size = left > 0 ? Math.max(1, Math.floor(size / 2)) : Math.min(batchMax, size * 2);
  }
}

/** What is due first, in order; nothing when all is done. */
async function nextBatch(
  db: Database,
  { registry, holder }: Runner,
  now: Date,
  max: number,
  moveClock: (to: Date) => void,
): Promise<Held[] | undefined> {
  const happened = ({ ts }: { readonly ts: number }) => new Date(ts);
  while ((await relayIn(db, (tx, events) => deliver(tx, registry, events, happened), now)) > 0);
  const { task, schedule } = await nextDue(db, registry, now);
  if (!task && !schedule) return undefined;
  if (schedule && (!task || schedule <= task)) {
    moveClock(schedule);
    await fireSchedules(db, registry, schedule);
    return [];
  }
  const until = schedule ?? now;
  const admitted = await admit(db, { registry, now: until, early: false, max });
  const ids = admitted.map(({ id }) => id);
  return loadHeld(db, await lease(db, ids, holder, until));
}

/** Carries the batch on until something comes before the next of it. Answers how many are left. */
async function carryBatch(
  runner: Runner,
  batch: readonly Held[],
  moveClock: (to: Date) => void,
): Promise<number> {
  for (const [place, held] of batch.entries()) {
    const next = batch[place + 1];
    let overtaken = false;
    const onPause = async (db: Database) => {
      overtaken = next !== undefined && (await anythingBefore(db, next.task.dueAt));
    };
    moveClock(held.task.dueAt);
    await carry({ ...runner, onPause }, held);
    if (overtaken) return batch.length - place - 1;
  }
  return 0;
}

async function anythingBefore(db: Database, moment: Date): Promise<boolean> {
  const { rows } = await db.execute<{ any: boolean }>(sql`
    select exists (select from engine.outbox where relayed_at is null)
      or exists (select from engine.task where not admitted and due_at <= ${moment}) as any`);
  return rows[0]?.any === true;
}

async function nextDue(db: Database, registry: Registry, now: Date) {
  const known = JSON.stringify([...registry.keys()]);
  const { rows } = await db.execute<{ task: Date | null; schedule: Date | null }>(sql`
    select
      (select min(due_at) from engine.task where not admitted and due_at <= ${now}
        and function_id in (select jsonb_array_elements_text(${known}::jsonb))) as task,
      (select min(due_at) from engine.schedule where due_at <= ${now}) as schedule`);
  const { task, schedule } = rows[0] ?? {};
  return { task: task ? new Date(task) : undefined, schedule: schedule ? new Date(schedule) : undefined };
}

function serveOnce(jobs: readonly Job[]): Served {
  const known = served.get(jobs);
  if (known) return known;
  const fresh: Served = { transport: handlerOf(jobs) };
  served.set(jobs, fresh);
  return fresh;
}
