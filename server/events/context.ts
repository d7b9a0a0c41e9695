import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Database } from "@/server/access/scope";
import { invariant } from "@/server/core/invariant";

/**
 * Who calls the functions. The calls of `embedded` come over the network and are always signed; those of `in
 * process` never leave it; `inngest` reads its keys from the environment, as Inngest's SDK documents it.
 */
export type Engine =
  | { readonly kind: "embedded"; readonly signingKey: string }
  | { readonly kind: "in process" }
  | { readonly kind: "inngest" };

/**
 * What a function needs and cannot be handed, because the engine
 * calls it with JSON: where rows are, and what time it is.
 */
export type EventContext = {
  readonly database: Database;
  readonly clock: () => Date;
  /** Embedded, with a key of this process, unless said otherwise. */
  readonly engine?: Engine;
};

type Held = {
  ofProcess?: EventContext;
  readonly inside: AsyncLocalStorage<EventContext>;
  readonly ownEngine: Engine;
};

// A server bundles this file more than once; all copies share one.
const shared = globalThis as typeof globalThis & { tributaryEvents?: Held };
shared.tributaryEvents ??= {
  inside: new AsyncLocalStorage(),
  ownEngine: { kind: "embedded", signingKey: randomBytes(32).toString("hex") },
};
const held = shared.tributaryEvents;

/** Set once, when the process starts. */
export function setEventContext(context: EventContext): void {
  held.ofProcess = context;
}

/** Lends another database and clock to everything that `work` calls: a drained world, a test. */
export function withEventContext<Result>(
  context: EventContext,
  work: () => Promise<Result>,
): Promise<Result> {
  return held.inside.run(context, work);
}

export function eventContext(): EventContext {
  const context = held.inside.getStore() ?? held.ofProcess;
  invariant(context !== undefined, "the process has set its event context before it runs a function");
  return context;
}

export function eventEngine(): Engine {
  return (held.inside.getStore() ?? held.ofProcess)?.engine ?? held.ownEngine;
}
