import { eq, sql } from "drizzle-orm";
import { run, task } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import type { Failure } from "../state";
import { backoff } from "./duration";
import { endRun } from "./end";
import { isPlanned, plan } from "./plan";
import { type Answer, failureOf, type Op } from "./protocol";
import type { Held, Runner } from "./runner";
import { concludeStep, inEngine, noteFailure, type RunRow, remember } from "./store";

/** `again`: the function is to be called at once, with what it now remembers; the lease is kept. */
export type Next = "again" | "over";

type At = {
  readonly db: Database;
  readonly runner: Runner;
  readonly held: Held;
  readonly run: RunRow;
  readonly now: Date;
};

/**
 * Writes down what a call came to, in one transaction, unless the lease was lost: then another's word counts.
 */
export function settle(runner: Runner, held: Held, answer: Answer, startedAt: Date): Promise<Next> {
  return withHeld(runner, held, async (at) => {
    switch (answer.kind) {
      case "done":
        await endRun(at.db, runner.registry, at.run, { output: answer.output }, at.now);
        return "over";
      case "error":
        if (answer.retriable && triesAreLeft(at)) {
          await tryLater(at, undefined, answer.failure, answer.retryAt);
        } else {
          const ofStep = held.memos.some(({ error }) => error?.message === answer.failure.message);
          if (!ofStep) await noteFailure(at.db, failureAt(at, undefined), answer.failure);
          await endRun(at.db, runner.registry, at.run, { error: answer.failure }, at.now);
        }
        return "over";
      case "ops":
        return take(at, answer.ops, answer.retryAt, startedAt);
    }
  });
}

/** A sleep is over, or a wait's time is up: no call, the step is concluded. */
export function conclude(runner: Runner, held: Held): Promise<Next> {
  return withHeld(runner, held, async ({ db, run, now }) => {
    const { stepId, kind } = held.task;
    const timedOut =
      kind === "timeout" && held.steps.find(({ id }) => id === stepId)?.kind === "InvokeFunction";
    const error = { name: "InvokeTimeoutError", message: "The invoked function did not end in time." };
    await concludeStep(db, run, stepId, timedOut ? { error } : { output: null }, now);
    return "over";
  });
}

async function withHeld(runner: Runner, held: Held, work: (at: At) => Promise<Next>): Promise<Next> {
  return inEngine(runner.database, async (db) => {
    const turn = await turnOf(db, runner, held);
    if (turn === undefined) return "over";
    const next = await work({ db, runner, held, run: held.run, now: runner.clock() });
    const overtaken = turn !== held.task.turn;
    if (next === "again" && !overtaken) return "again";
    if (overtaken) await putBack(db, held, runner.clock());
    await runner.onPause?.(db);
    return "over";
  });
}

/** Holds the run, then the task. Answers the task's turn, or nothing when it is no longer ours to end. */
async function turnOf(db: Database, { holder }: Runner, { task, run }: Held): Promise<number | undefined> {
  const { rows } = await db.execute<{ turn: number }>(sql`
    with held as materialized (select ended_at from engine.run where id = ${run.id} for update)
    select task.turn from held, engine.task
    where held.ended_at is null and task.id = ${task.id} and task.leased_by = ${holder}
    for update of task`);
  return rows[0]?.turn;
}

async function take(at: At, ops: readonly Op[], retryAt: Date | undefined, startedAt: Date): Promise<Next> {
  const { db, runner, held, run, now } = at;
  let ended = false;
  for (const op of ops) {
    if (op.op === "RunComplete") {
      await endRun(db, runner.registry, run, { output: op.data }, now);
      return "over";
    }
    if (op.op === "StepError" && triesAreLeft(at)) {
      await tryLater(at, op, failureOf(op.error), retryAt);
      return "over";
    }
    if (isPlanned(op)) {
      await plan(db, runner.registry, run, op, now);
    } else if (op.op === "StepRun" || op.op === "StepFailed" || op.op === "StepError") {
      await stepEnded(at, op, startedAt);
      ended = true;
    } else {
      const message = `The embedded engine does not know the step operation “${op.op}”.`;
      await endRun(db, runner.registry, run, { error: { name: "UnknownOperation", message } }, now);
      return "over";
    }
  }
  if (held.task.kind === "step") return "over"; // Its task went with the step.
  if (ended && !ops.some(isPlanned)) return again(at);
  if (ended) await putBack(db, held, now);
  else await pause(at);
  return "over";
}

async function stepEnded(at: At, op: Op, startedAt: Date): Promise<void> {
  const { db, held, run, now } = at;
  const { attempt } = held.task;
  const error = op.op === "StepRun" ? undefined : failureOf(op.error);
  if (error) await noteFailure(db, failureAt(at, op), error);
  const result = error ? { error } : { output: op.data };
  if (held.task.kind === "step") return concludeStep(db, run, op.id, result, now);
  const name = op.displayName ?? op.name ?? op.id;
  await remember(
    db,
    { runId: run.id, id: op.id, name, kind: "StepRun", attempts: attempt + 1 },
    result,
    startedAt,
    now,
  );
  const memo = { ...result, output: error ? null : (op.data ?? null), error: error ?? null };
  held.memos.push({ id: op.id, output: memo.output, error: memo.error });
}

async function tryLater(
  at: At,
  op: Op | undefined,
  error: Failure,
  retryAt: Date | undefined,
): Promise<void> {
  const { db, held, run: row, now } = at;
  const { attempt } = held.task;
  await noteFailure(db, failureAt(at, op), error);
  await putBack(db, held, retryAt ?? new Date(now.getTime() + backoff(attempt)), attempt + 1);
  await db.update(run).set({ state: "waiting" }).where(eq(run.id, row.id));
}

function triesAreLeft({ runner, held, run }: At): boolean {
  return held.task.attempt + 1 < (runner.registry.get(run.functionId)?.attemptsMax ?? 1);
}

function failureAt({ held: { task, steps }, now }: At, op: Op | undefined) {
  const stepId = op?.id ?? task.stepId;
  const stepName = op?.displayName ?? op?.name ?? steps.find(({ id }) => id === stepId)?.name ?? "";
  return { runId: task.runId, stepId, stepName, attempt: task.attempt, at: now };
}

async function again({ db, held }: At): Promise<Next> {
  if (held.task.attempt > 0) {
    await db.update(task).set({ attempt: 0 }).where(eq(task.id, held.task.id));
    held.task = { ...held.task, attempt: 0 };
  }
  return "again";
}

/** Nothing to call until a step ends; whoever ends it has the function called. */
async function pause({ db, held, run: { id }, now }: At): Promise<void> {
  const { rowCount } = await db.execute(
    sql`delete from engine.task where id = ${held.task.id} and turn = ${held.task.turn}`,
  );
  if (!rowCount) await putBack(db, held, now);
  await db.update(run).set({ state: "waiting" }).where(eq(run.id, id));
}

async function putBack(db: Database, { task: { id } }: Held, dueAt: Date, attempt = 0): Promise<void> {
  const idle = { admitted: false, leasedBy: null, leasedUntil: null };
  await db
    .update(task)
    .set({ ...idle, dueAt, attempt, turn: sql`${task.turn} + 1` })
    .where(eq(task.id, id));
}
