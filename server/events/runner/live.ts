import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "@/server/access/scope";
import { log } from "@/server/log";
import { relayIn } from "../relay";
import { discover, type Registry } from "./functions";
import type { Transport } from "./protocol";
import { openQueue, type Queue, type Waking } from "./queue";
import { carry, type Held, loadHeld, type Runner } from "./runner";
import { fireSchedules, setSchedules } from "./schedule";
import { deliver } from "./start";
import { inEngine } from "./store";
import { admit, lease, leaseMs, readmit, recover, release, renew } from "./tasks";

export type LiveOptions = {
  readonly database: Database;
  readonly clock: () => Date;
  readonly endpoint: string;
  readonly transport: Transport;
  readonly signingKey: string;
  /** How many calls at once. */
  readonly capacity?: number;
};

export type Live = {
  /**
   * Begins nothing more and waits for what is under way,
   * for a while; what is left is another's after its lease.
   */
  stop(patienceMs?: number): Promise<void>;
};

const pollMs = 120; // With nothing to do. A function starts well within 300 ms of its event.

/** Runs functions for as long as the process lives. Several processes share one database. */
export function startLive(options: LiveOptions): Live {
  const stopping = new AbortController();
  const server = new LiveRunner(options, stopping.signal);
  const ended = server.run().catch((error: Error) => {
    log().fatal({ reason: error.message, stack: error.stack }, "background work has stopped");
  });
  return {
    async stop(patienceMs = 5_000) {
      stopping.abort();
      await ended;
      await server.finish(patienceMs);
    },
  };
}

class LiveRunner {
  private readonly inHand = new Map<bigint, Promise<void>>();
  private readonly holder = `server ${randomUUID()}`;
  private readonly capacity: number;
  private heldSince = 0;
  private keptSince = 0;
  private wake = () => {};

  constructor(
    private readonly options: LiveOptions,
    private readonly stopping: AbortSignal,
  ) {
    this.capacity = options.capacity ?? 4;
  }

  async run(): Promise<void> {
    const registry = await this.discover();
    if (!registry) return;
    const { database, clock } = this.options;
    const queue = await this.patiently(() => openQueue(database));
    if (!queue) return;
    const runner: Runner = { ...this.options, registry, holder: this.holder };
    await this.patiently(() => inEngine(database, (db) => setSchedules(db, registry, clock())));
    while (!this.stopping.aborted) {
      const busy = await this.turn(runner, queue).catch((error: Error) => {
        log().warn({ reason: error.message }, "background work waits for the database");
        return "trouble" as const;
      });
      if (busy === "trouble") await this.pause(1_000);
      else if (!busy) await this.rest();
    }
    await queue.close();
  }

  async finish(patienceMs: number): Promise<void> {
    const beat = setInterval(() => void this.keepLeases(true).catch(() => undefined), leaseMs / 4);
    await Promise.race([Promise.all(this.inHand.values()), sleep(patienceMs, undefined, { ref: false })]);
    clearInterval(beat);
  }

  /** One look at everything. Answers whether there may be more at once. */
  private async turn(runner: Runner, queue: Queue): Promise<boolean> {
    const { database, registry, clock } = runner;
    await this.keepLeases();
    await this.keepTime(runner);
    const now = clock();
    const found = await inEngine(database, async (db) => {
      const relayed = await relayIn(db, (tx, events) => deliver(tx, registry, events, () => now), now);
      const admitted = await admit(db, { registry, now, early: true, max: 500 });
      await queue.put(db, admitted, now);
      return relayed + admitted.length;
    });
    const room = this.capacity - this.inHand.size;
    const wakings = room > 0 ? await queue.take(room) : [];
    if (wakings.length > 0) await this.begin(runner, queue, wakings);
    return found > 0 || (wakings.length > 0 && wakings.length === room);
  }

  private async begin(runner: Runner, queue: Queue, wakings: readonly Waking[]): Promise<void> {
    const { database, clock } = runner;
    const ids = wakings.map(({ task }) => task);
    const taken = await inEngine(database, async (db) =>
      loadHeld(db, await lease(db, ids, this.holder, clock())),
    );
    for (const held of taken) this.inHand.set(held.task.id, this.carry(runner, held));
    if (taken.length < ids.length) await readmit(database, ids); // Those that woke before their time.
    await queue.done(wakings);
  }

  private async carry(runner: Runner, held: Held): Promise<void> {
    try {
      await carry(runner, held);
    } catch (error) {
      log().warn({ run: held.run.id, reason: (error as Error).message }, "a run could not be carried on");
      await inEngine(runner.database, (db) => release(db, this.holder, held.task.id)).catch(() => undefined);
    } finally {
      this.inHand.delete(held.task.id);
      this.wake();
    }
  }

  private async keepLeases(now = false): Promise<void> {
    if (this.inHand.size === 0 || (!now && Date.now() - this.heldSince < leaseMs / 4)) return;
    this.heldSince = Date.now();
    await renew(this.options.database, this.holder, [...this.inHand.keys()]);
  }

  /** Every second: the calendar, and work whose server is gone. */
  private async keepTime({ database, registry, clock }: Runner): Promise<void> {
    if (Date.now() - this.keptSince < 1_000) return;
    this.keptSince = Date.now();
    await recover(database);
    await inEngine(database, (db) => fireSchedules(db, registry, clock()));
  }

  /** Until it is time to look again, or work in hand has ended and perhaps made more. */
  private async rest(): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    await Promise.race([ended, this.pause(pollMs)]);
  }

  private pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.stopping }).catch(() => undefined);
  }

  /** The server that starts us may not answer yet. */
  private discover(): Promise<Registry | undefined> {
    const { transport, endpoint, signingKey } = this.options;
    return this.patiently(() => discover(transport, endpoint, signingKey));
  }

  private async patiently<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    for (let tries = 0; !this.stopping.aborted; tries++) {
      try {
        return await work();
      } catch (error) {
        if (tries === 50)
          log().warn({ reason: (error as Error).message }, "background work cannot begin yet");
        await this.pause(Math.min(100 * (tries + 1), 2_000));
      }
    }
    return undefined;
  }
}
