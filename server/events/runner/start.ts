import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { run, step, task } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import { newId, type OperatorId } from "@/server/core/ids";
import type { EventPayload } from "../envelope";
import { at, readExpression } from "./expression";
import type { RegisteredFunction, Registry } from "./functions";
import { concludeStep, holdRun, type RunId } from "./store";

const dayMs = 86_400_000; // How long an idempotency key holds, as with Inngest.

export type Start = {
  readonly config: RegisteredFunction;
  readonly event: EventPayload;
  readonly parent?: { readonly runId: RunId; readonly stepId: string };
};

/** Starts the functions that an event triggers and ends the waits that it answers. */
export async function deliver(
  db: Database,
  registry: Registry,
  events: readonly EventPayload[],
  clock: (event: EventPayload) => Date,
): Promise<void> {
  const triggers = [...registry.values()].flatMap((config) =>
    config.triggers.map((trigger) => ({ ...trigger, config })),
  );
  const starts = events.flatMap((event) =>
    triggers
      .filter(
        (trigger) => trigger.event === event.name && (trigger.condition?.value({ event }) ?? true) === true,
      )
      .map(({ config }): Start => ({ config, event })),
  );
  await startRuns(db, starts, clock);
  await answerWaits(db, events, clock);
}

/**
 * Starts runs; a function that has run for an event, or for
 * its idempotency key within a day, does not run again.
 */
export async function startRuns(
  db: Database,
  starts: readonly Start[],
  clock: (event: EventPayload) => Date,
): Promise<RunId[]> {
  const rows: (typeof run.$inferInsert)[] = [];
  for (const { config, event, parent } of starts) {
    const now = clock(event);
    const idempotencyKey = config.idempotency ? keyOf(config.idempotency.value({ event })) : null;
    if (idempotencyKey && !parent && (await ranToday(db, rows, config.id, idempotencyKey, now))) continue;
    rows.push({
      id: newId("run", now),
      functionId: config.id,
      operatorId: operatorOf(event),
      state: "queued",
      eventId: event.id,
      event,
      idempotencyKey,
      concurrencyKey: config.limitKey ? keyOf(config.limitKey.value({ event })) : null,
      parentRunId: parent?.runId ?? null,
      parentStepId: parent?.stepId ?? null,
      createdAt: now,
    });
  }
  if (rows.length === 0) return [];
  const started = await db.insert(run).values(rows).onConflictDoNothing().returning({
    runId: run.id,
    functionId: run.functionId,
    concurrencyKey: run.concurrencyKey,
    dueAt: run.createdAt,
  });
  if (started.length > 0) {
    await db.insert(task).values(started.map((row) => ({ ...row, stepId: "", kind: "call" as const })));
  }
  return started.map(({ runId }) => runId);
}

async function ranToday(
  db: Database,
  rows: readonly (typeof run.$inferInsert)[],
  functionId: string,
  key: string,
  now: Date,
): Promise<boolean> {
  if (rows.some((row) => row.functionId === functionId && row.idempotencyKey === key)) return true;
  const since = new Date(now.getTime() - dayMs);
  const [found] = await db
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.functionId, functionId), eq(run.idempotencyKey, key), gt(run.createdAt, since)))
    .limit(1);
  return found !== undefined;
}

/** A run that waits for one of these events is told of it, once, and goes on. */
async function answerWaits(
  db: Database,
  events: readonly EventPayload[],
  clock: (event: EventPayload) => Date,
): Promise<void> {
  const names = [...new Set(events.map(({ name }) => name))];
  const open = and(eq(step.state, "waiting"), inArray(step.eventName, names));
  const [any] = await db.select({ id: step.id }).from(step).where(open).limit(1);
  if (!any) return;
  for (const event of events) {
    const found = sql`${JSON.stringify(event)}::jsonb #>> ${step.matchPath}`;
    const waits = await db
      .select({ runId: step.runId, stepId: step.id, condition: step.condition })
      .from(step)
      .where(
        and(
          eq(step.state, "waiting"),
          eq(step.eventName, event.name),
          sql`(${step.matchPath} is null or ${step.matchValue} = (${found}))`,
        ),
      )
      .orderBy(step.runId);
    for (const { runId, stepId, condition } of waits) {
      const held = await holdRun(db, runId);
      const met =
        held && (!condition || readExpression(condition).value({ event: held.event, async: event }) === true);
      if (met) await concludeStep(db, held, stepId, { output: event }, clock(event));
    }
  }
}

/** What a wait for `event.a == async.b` looks for, and where. */
export function matchOf(event: EventPayload, paths: { event: string[]; async: string[] } | undefined) {
  const value = paths && at(event, paths.event);
  if (!paths || (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean"))
    return {};
  return { matchPath: paths.async, matchValue: String(value) };
}

function keyOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** For events of the engine itself, the operator of the event that they are about. */
function operatorOf({ data }: EventPayload): OperatorId | null {
  const own = at(data, ["operatorId"]) ?? at(data, ["event", "data", "operatorId"]);
  return typeof own === "string" ? (own as OperatorId) : null;
}
