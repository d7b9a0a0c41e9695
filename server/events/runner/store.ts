import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { inRole } from "@/db/client";
import { failure, run, step, task } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import type { Failure } from "../state";

export type RunId = Id<"run">;
export type RunRow = typeof run.$inferSelect;
export type StepRow = typeof step.$inferSelect;
export type TaskRow = typeof task.$inferSelect;

/** What a step came to. */
export type Result = { readonly output: unknown } | { readonly error: Failure };

const passing = new Set(["40001", "40P01"]); // Serialisation failure and deadlock: the loser tries again.

/** A transaction on the engine's tables. */
export async function inEngine<T>(database: Database, work: (db: Database) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await inRole(database, "tributary_engine", work);
    } catch (error) {
      if (tries >= 5 || !passing.has(codeOf(error))) throw error;
    }
  }
}

/** Runs with what they remember. */
export async function loadRuns(db: Database, ids: readonly RunId[]) {
  const runs = await db
    .select()
    .from(run)
    .where(inArray(run.id, [...ids]));
  const steps = await db
    .select()
    .from(step)
    .where(inArray(step.runId, [...ids]))
    .orderBy(asc(step.position), asc(step.plannedAt));
  const stepsOf = grouped(steps);
  return new Map(runs.map((row) => [row.id, { run: row, steps: stepsOf.get(row.id) ?? [] }]));
}

/**
 * Keeps others off the run until the transaction ends. The run
 * before its tasks, always, so that nobody waits in a ring.
 */
export async function holdRun(db: Database, id: RunId): Promise<RunRow | undefined> {
  const [held] = await db.select().from(run).where(eq(run.id, id)).for("update");
  return held;
}

/** Remembers what a step came to, as the next in the order in which steps ended. */
export async function remember(
  db: Database,
  row: Pick<StepRow, "runId" | "id" | "name" | "kind" | "attempts">,
  result: Result,
  startedAt: Date,
  now: Date,
): Promise<void> {
  const ended = { ...endOf(result), position: nextPosition(row.runId), attempts: row.attempts, endedAt: now };
  await db
    .insert(step)
    .values({ ...row, ...ended, plannedAt: startedAt, startedAt })
    .onConflictDoUpdate({
      target: [step.runId, step.id],
      set: { ...ended, startedAt },
      setWhere: notInArray(step.state, ["completed", "failed"]),
    });
}

/**
 * Ends a step that the run was waiting for and, when nothing else holds it up, has the function
 * called again. The run is held. A step that has ended already stays as it is.
 */
export async function concludeStep(
  db: Database,
  held: Pick<RunRow, "id" | "functionId" | "concurrencyKey">,
  stepId: string,
  result: Result,
  now: Date,
): Promise<void> {
  const [ended] = await db
    .update(step)
    .set({ ...endOf(result), position: nextPosition(held.id), endedAt: now })
    .where(and(eq(step.runId, held.id), eq(step.id, stepId), notInArray(step.state, ["completed", "failed"])))
    .returning({ race: step.race });
  await db.delete(task).where(and(eq(task.runId, held.id), eq(task.stepId, stepId)));
  if (ended && (ended.race || !(await anythingUnderWay(db, held.id)))) await callAgain(db, held, now);
}

/**
 * Has the function called. Somebody who is calling it at this moment will see the turn and call once more.
 */
export async function callAgain(
  db: Database,
  held: Pick<RunRow, "id" | "functionId" | "concurrencyKey">,
  dueAt: Date,
): Promise<void> {
  await db
    .insert(task)
    .values({
      runId: held.id,
      stepId: "",
      kind: "call",
      functionId: held.functionId,
      concurrencyKey: held.concurrencyKey,
      dueAt,
    })
    .onConflictDoUpdate({
      target: [task.runId, task.stepId, task.kind],
      set: {
        turn: sql`${task.turn} + 1`,
        dueAt: sql`least(${task.dueAt}, excluded.due_at)`,
        admitted: sql`${task.admitted} and ${task.leasedBy} is not null`,
      },
    });
}

export async function noteFailure(
  db: Database,
  where: Omit<typeof failure.$inferInsert, "error">,
  error: Failure,
): Promise<void> {
  await db.insert(failure).values({ ...where, error });
}

async function anythingUnderWay(db: Database, runId: RunId): Promise<boolean> {
  const open = and(
    eq(step.runId, runId),
    eq(step.race, false),
    notInArray(step.state, ["completed", "failed"]),
  );
  return (await db.select({ id: step.id }).from(step).where(open).limit(1)).length > 0;
}

function endOf(result: Result) {
  return "error" in result
    ? { state: "failed" as const, error: result.error, output: null }
    : { state: "completed" as const, output: result.output ?? null, error: null };
}

function nextPosition(runId: RunId) {
  return sql<number>`(
    select coalesce(max(other.position), -1) + 1 from ${step} other where other.run_id = ${runId})`;
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return typeof code === "string" ? code : cause ? codeOf(cause) : "";
}

function grouped(steps: readonly StepRow[]): Map<RunId, StepRow[]> {
  const groups = new Map<RunId, StepRow[]>();
  for (const row of steps) groups.set(row.runId, [...(groups.get(row.runId) ?? []), row]);
  return groups;
}
