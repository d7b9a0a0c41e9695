import { setTimeout as sleep } from "node:timers/promises";
import { connectSafely } from "@/db/connection";
import { readOperators } from "@/server/access/membership";
import { type Database, inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import { log } from "@/server/log";
import { sealEntries } from "./seal";

const pauseMs = 2_000;

/** Seals what every operator's people changed, until nothing waits; answers how many entries that were. */
export async function sealAll(database: Database, now: Date): Promise<number> {
  let sealed = 0;
  for (const operator of await readOperators(database)) {
    const asking = { actor: systemActor(operator), now, correlation: `seal.${operator}` };
    for (let more = -1; more !== 0; sealed += more) more = await inScope(database, asking, sealEntries);
  }
  return sealed;
}

/**
 * Seals every few seconds while the server runs. It is no background function, because an engine's calendar
 * knows minutes, and one run every two seconds would fill its pages; two servers take turns by a lock.
 */
export async function startSealer(clock: () => Date): Promise<void> {
  const database = await connectSafely();
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const end of ["SIGTERM", "SIGINT"] as const) process.once(end, () => stopping.abort());
  void (async () => {
    while (!signal.aborted) {
      await sealAll(database, clock()).catch((error: Error) => {
        if (!signal.aborted)
          log().warn({ reason: error.message }, "the record of changes waits for its seals");
      });
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  })();
}
