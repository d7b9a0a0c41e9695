import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/server/log";
import { inngest } from "./client";
import { type Engine, type EventContext, setEventContext } from "./context";
import { relay } from "./relay";
import { overHttp } from "./runner/http";
import { type Live, startLive } from "./runner/live";

const pollMs = 200;

export type EventsOptions = Omit<EventContext, "engine"> & {
  readonly engine: Exclude<Engine, { readonly kind: "in process" }>;
  /** Where this process serves its functions. */
  readonly endpoint: string;
};

/** Starts background work: the embedded engine, or with Inngest the relay alone, since Inngest calls us. */
export function startEvents({ endpoint, engine, ...around }: EventsOptions): Live {
  const { database, clock } = around;
  const context = { ...around, engine };
  setEventContext(context);
  if (engine.kind === "inngest") return startRelay(context);
  return startLive({ database, clock, endpoint, transport: overHttp, signingKey: engine.signingKey });
}

/** Sends events to Inngest, at least once; an event that it knows by its id starts nothing. */
function startRelay({ database, clock }: EventContext): Live {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    while (!signal.aborted) {
      const relayed = await relay(
        database,
        async (_db, events) => void (await inngest.send([...events])),
        clock(),
      ).catch((error: Error) => {
        log().warn({ reason: error.message }, "events wait: Inngest or the database is out of reach");
        return 0;
      });
      if (relayed === 0) await sleep(pollMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const ended = loop();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
