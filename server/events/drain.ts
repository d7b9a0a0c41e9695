import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/server/access/scope";
import type { Job } from "./client";
import { eventEngine, withEventContext } from "./context";
import { relay } from "./relay";
import { discover, type Registry } from "./runner/functions";
import type { Transport } from "./runner/protocol";
import { carry, loadHeld, type Runner } from "./runner/runner";
import { fireSchedules, setSchedules } from "./runner/schedule";
import { deliver } from "./runner/start";
import { inEngine } from "./runner/store";
import { admit, lease, readmit, recover } from "./runner/tasks";
import { handlerOf } from "./serve";

const endpoint = "http://in.process/api/inngest";

type Served = { readonly transport: Transport; registry?: Registry };
const served = new WeakMap<readonly Job[], Served>();

/**
 * Relays the outbox and does everything that is due up to `now`, in this process, in the order in
 * which it comes due, until nothing is left. Work that came due earlier finds the clock at that
 * time, so a world that is drained day by day is the world a server would have left behind.
 */
export async function drainJobs(jobs: readonly Job[], database: Database, now: Date): Promise<void> {
  let clock = new Date(0);
  const engine = eventEngine();
  const signingKey = engine.kind === "embedded" ? engine.signingKey : randomUUID();
  const context = { database, clock: () => clock, engine: { kind: "embedded" as const, signingKey } };
  await withEventContext(context, async () => {
    const ready = serveJobs(jobs);
    ready.registry ??= await discover(ready.transport, endpoint, signingKey);
    const { transport, registry } = ready;
    const holder = `drain ${randomUUID()}`;
    const runner: Runner = {
      database,
      registry,
      transport,
      endpoint,
      signingKey,
      clock: () => clock,
      holder,
    };
    await recover(database);
    await readmit(database);
    await inEngine(database, (db) => setSchedules(db, registry, now));
    for (;;) {
      await relayAll(runner, now);
      const due = await nextDue(runner, now);
      if (!due) return;
      if (due > clock) clock = due;
      await inEngine(database, (db) => fireSchedules(db, registry, clock));
      await carryDue(runner, clock);
    }
  });
}

async function relayAll(runner: Runner, now: Date): Promise<void> {
  const { database, registry } = runner;
  const happened = ({ ts }: { readonly ts: number }) => new Date(ts);
  while ((await relay(database, (db, events) => deliver(db, registry, events, happened), now)) > 0);
}

async function nextDue({ database, registry }: Runner, now: Date): Promise<Date | undefined> {
  const known = JSON.stringify([...registry.keys()]);
  const { rows } = await inEngine(database, (db) =>
    db.execute<{ due: Date | null }>(sql`
      select min(due_at) as due from (
        select due_at from engine.task
        where not admitted and function_id in (select jsonb_array_elements_text(${known}::jsonb))
        union all select due_at from engine.schedule
      ) as anything
      where due_at <= ${now}`),
  );
  const due = rows[0]?.due;
  return due ? new Date(due) : undefined;
}

async function carryDue(runner: Runner, clock: Date): Promise<void> {
  const { database, registry, holder } = runner;
  const admitted = await inEngine(database, (db) =>
    admit(db, { registry, now: clock, early: false, max: 100 }),
  );
  const ids = admitted.map(({ id }) => id);
  for (const held of await loadHeld(runner, await lease(database, ids, holder, clock)))
    await carry(runner, held);
}

function serveJobs(jobs: readonly Job[]): Served {
  const known = served.get(jobs);
  if (known) return known;
  const fresh: Served = { transport: handlerOf(jobs) };
  served.set(jobs, fresh);
  return fresh;
}
