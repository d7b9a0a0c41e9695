import {
  type ClientOptions,
  EventType,
  type GetStepTools,
  Inngest,
  type InngestFunction,
  NonRetriableError,
} from "inngest";
import type { Scope } from "@/server/access/scope";
import { inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import type { OperatorId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { log } from "@/server/log";
import { catalogue, type EventData, type EventName } from "./catalogue";
import { eventContext, eventEngine } from "./context";
import { ExactResults, NamedEvents } from "./middleware";
import { RecordedRuns } from "./record";
import { keepOrSend } from "./send";

/** The SDK's own log: every failure is kept with its run, so a log need not repeat it unless asked. */
const quiet = {
  info: () => undefined,
  debug: () => undefined,
  warn: (...told: unknown[]) => log().debug({ told }, "inngest"),
  error: (...told: unknown[]) => log().debug({ told }, "inngest"),
};

/** Read at each use: keys are known only once the process has started, and a drained world brings its own. */
const options = {
  id: "tributary",
  get isDev() {
    return { embedded: false, "in process": true, inngest: undefined }[eventEngine().kind];
  },
  get signingKey() {
    const engine = eventEngine();
    return engine.kind === "embedded" ? engine.signingKey : undefined;
  },
  get eventKey() {
    return eventEngine().kind === "inngest" ? undefined : "unused";
  },
  // What the SDK would add of its own to calls and events, and nobody here reads.
  aiMetadata: false,
  sessionPropagation: false,
  fetch: keepOrSend,
  logger: quiet,
  middleware: [NamedEvents, ExactResults, RecordedRuns],
};

/** Inngest's client, whichever engine runs the functions. */
export const inngest = new Inngest(options as ClientOptions & { readonly id: "tributary" });

export type Job = InngestFunction.Any;
export type Steps = GetStepTools<typeof inngest>;

/** Does work in a transaction as the operator's system actor, at the time it is done. */
export type AsSystem = <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;

export type JobEvent<Name extends EventName> = {
  readonly id: string;
  readonly name: Name;
  readonly data: EventData<Name>;
  readonly ts: number;
};

export type JobWork<Name extends EventName> = {
  readonly event: JobEvent<Name>;
  readonly step: Steps;
  readonly runId: string;
  /** Counts from zero: how often the step at hand was tried before. */
  readonly attempt: number;
  readonly asSystem: AsSystem;
};

export type JobFailure<Name extends EventName> = JobWork<Name> & { readonly error: Error };

export type JobOptions<Name extends EventName> = {
  /** Never changes once deployed: runs in flight are found by it. */
  readonly id: string;
  /** What it is called on the page of operations. */
  readonly name?: string;
  readonly on: Name | readonly Name[];
  /** A condition on the event, e.g. `event.data.mail == 'invoice'`. */
  readonly when?: string;
  /** How often each step is tried again; 3 unless said otherwise. */
  readonly retries?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  /** How many steps may run at once, for each value of `key`, e.g. `event.data.operatorId`. */
  readonly concurrency?: { readonly limit: number; readonly key?: string };
  /** Of the events with the same value within a day, the first alone starts a run. */
  readonly idempotency?: string;
  /** When all retries are used up. */
  readonly onFailure?: (failure: JobFailure<Name>) => Promise<unknown>;
};

/** A function that runs in the background when something happened. */
export function defineJob<Name extends EventName>(
  { id, name, on, when, retries, concurrency, idempotency, onFailure }: JobOptions<Name>,
  work: (job: JobWork<Name>) => Promise<unknown>,
): Job {
  const names: readonly Name[] = typeof on === "string" ? [on] : on;
  return inngest.createFunction(
    {
      id,
      triggers: names.map((event) => (when ? { event, if: when } : { event })),
      ...(name ? { name } : {}),
      ...(retries === undefined ? {} : { retries }),
      ...(concurrency ? { concurrency } : {}),
      ...(idempotency ? { idempotency } : {}),
      ...(onFailure ? { onFailure: (call: FailedCall) => onFailure(failureOf<Name>(call)) } : {}),
    },
    (call: Call) => work(workOf<Name>(call, call.event as JobEvent<Name>)),
  );
}

export type ScheduledWork = {
  readonly step: Steps;
  readonly runId: string;
  /** A schedule belongs to the installation, so it says for which operator it works. */
  readonly asSystemOf: <Result>(
    operator: OperatorId,
    work: (scope: Scope) => Promise<Result>,
  ) => Promise<Result>;
};

/** A function that runs by the calendar, e.g. `0 5 * * *`, or `TZ=Europe/Zurich 0 5 * * *`. */
export function defineSchedule(
  {
    id,
    name,
    cron,
    retries,
  }: Pick<JobOptions<EventName>, "id" | "name" | "retries"> & { readonly cron: string },
  work: (job: ScheduledWork) => Promise<unknown>,
): Job {
  return inngest.createFunction(
    { id, triggers: [{ cron }], ...(name ? { name } : {}), ...(retries === undefined ? {} : { retries }) },
    ({ step, runId }: Call) =>
      work({
        step,
        runId,
        asSystemOf: (operator, task) => inSystemScope(operator, eventContext().clock(), task, runId),
      }),
  );
}

/** An event of the catalogue for `step.waitForEvent` and `step.sendEvent`, typed and checked. */
export function eventOf<Name extends EventName>(name: Name) {
  return new EventType<Name, (typeof catalogue)[Name]>({ name, schema: catalogue[name] });
}

/**
 * Opens a transaction as the system actor of one operator.
 * A refusal will not become a yes, so it is not retried.
 */
export async function inSystemScope<Result>(
  operator: OperatorId,
  now: Date,
  work: (scope: Scope) => Promise<Result>,
  correlation: string = `system.${operator}`,
): Promise<Result> {
  try {
    return await inScope(eventContext().database, { actor: systemActor(operator), now, correlation }, work);
  } catch (error) {
    if (error instanceof Refusal) throw new NonRetriableError(error.message, { cause: error });
    throw error;
  }
}

type Call = {
  readonly event: {
    readonly id?: string;
    readonly name: string;
    readonly data: unknown;
    readonly ts?: number;
  };
  readonly step: Steps;
  readonly runId: string;
  readonly attempt: number;
};
type FailedCall = Call & { readonly error: Error };

function workOf<Name extends EventName>(
  { step, runId, attempt }: Call,
  event: JobEvent<Name>,
): JobWork<Name> {
  const operator: OperatorId = event.data.operatorId;
  return {
    event,
    step,
    runId,
    attempt,
    asSystem: (work) => inSystemScope(operator, eventContext().clock(), work, runId),
  };
}

/**
 * A failure handler is called with an event about the failure, which holds the event of the run that failed.
 */
function failureOf<Name extends EventName>(call: FailedCall): JobFailure<Name> {
  const { event } = call.event.data as { readonly event: JobEvent<Name> };
  return { ...workOf(call, event), error: call.error };
}
