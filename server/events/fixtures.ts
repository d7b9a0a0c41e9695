import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Database } from "@/server/access/scope";
import { inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import type { Id, IdKind, OperatorId } from "@/server/core/ids";
import { prefixes } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { EventFacts, EventName } from "./catalogue";
import type { Job } from "./client";
import { eventEngine } from "./context";
import { drainJobs } from "./drain";
import { emit } from "./emit";

export const meridian = "opr_meridian" as string as OperatorId;
export const boreal = "opr_boreal" as string as OperatorId;

export const noon = new Date("2026-03-01T12:00:00Z");

export function later(start: Date, { seconds = 0, minutes = 0, hours = 0, days = 0 }): Date {
  return new Date(start.getTime() + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days))));
}

export function ref<Kind extends IdKind>(kind: Kind, name: string): Id<Kind> {
  return `${prefixes[kind]}_${name}` as Id<Kind>;
}

/** Something happens, as a verb would say it. */
export async function happen<Name extends EventName>(
  database: Database,
  name: Name,
  facts: EventFacts<Name>,
  { at = noon, operator = meridian }: { readonly at?: Date; readonly operator?: OperatorId } = {},
): Promise<void> {
  const asking = { actor: systemActor(operator), now: at, correlation: "test" };
  await inScope(database, asking, (scope) => emit(scope, name, facts));
}

/** The engine's tables, for a test that begins with none of their rows. */
export const tables = ["outbox", "run", "step", "failure", "task", "schedule"].map(
  (name) => `engine.${name}`,
);

export type EventWorld = {
  readonly db: TestDatabase;
  /** What the functions of a test leave behind. */
  readonly seen: string[];
  readonly note: <Value>(value: Value) => Value;
  readonly placed: (name?: string, at?: Date, operator?: OperatorId) => Promise<void>;
  readonly drain: (jobs: readonly Job[], now?: Date) => Promise<void>;
  readonly runs: () => Promise<Record<string, unknown>[]>;
};

/** A database for the test file, emptied before each test, and the few things every test of events does. */
export function eventWorld(
  prepare: (db: TestDatabase) => Promise<unknown> = async () => undefined,
): EventWorld {
  const held: { db?: TestDatabase } = {};
  const seen: string[] = [];
  const db = () => {
    invariant(held.db !== undefined, "a test runs after its hooks");
    return held.db;
  };
  beforeAll(async () => {
    held.db = await openTestDatabase({ max: 30 });
    await prepare(held.db);
  });
  afterAll(() => db().close());
  beforeEach(async () => {
    seen.length = 0;
    await db().owner.query(`truncate ${tables.join(", ")}, pgboss.job`);
  });
  return {
    get db() {
      return db();
    },
    seen,
    note(value) {
      seen.push(String(value));
      return value;
    },
    placed: (name = "one", at = noon, operator = meridian) =>
      happen(db().database, "order.placed", { orderId: ref("order", name) }, { at, operator }),
    drain: (jobs, now = noon) => drainJobs(jobs, db().database, now),
    async runs() {
      const { rows } = await db().owner.query(
        "select id, function_id, state, output, error from engine.run order by id",
      );
      return rows;
    },
  };
}

/** The key that calls in this process are signed with. */
export function signingKey(): string {
  const engine = eventEngine();
  return engine.kind === "embedded" ? engine.signingKey : "";
}

export async function until<Result>(
  look: () => Promise<Result>,
  good: (result: Result) => boolean,
  ms = 15_000,
): Promise<Result> {
  for (const end = Date.now() + ms; ; await sleep(25)) {
    const result = await look();
    if (good(result)) return result;
    if (Date.now() > end) throw new Error(`Not in time: ${JSON.stringify(result)}`);
  }
}

export function allEnded(count: number) {
  return (rows: readonly Record<string, unknown>[]) =>
    rows.length === count && rows.every(({ state }) => state === "completed" || state === "failed");
}
