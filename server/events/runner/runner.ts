import type { Database } from "@/server/access/scope";
import type { Registry } from "./functions";
import { type Answer, callRequest, failureOf, type Memo, readAnswer, type Transport } from "./protocol";
import { conclude, settle } from "./settle";
import { loadRuns, type RunRow, type StepRow } from "./store";
import type { Task } from "./tasks";

/** What it takes to carry runs on, live or drained. */
export type Runner = {
  readonly database: Database;
  readonly registry: Registry;
  readonly transport: Transport;
  readonly endpoint: string;
  readonly signingKey: string;
  /** When it is for the work, which a demo or a test may move. */
  readonly clock: () => Date;
  /** Who holds the leases: this process, and no other before or after it. */
  readonly holder: string;
  /** Looks at what a run left behind when it pauses or ends, in the same transaction. */
  readonly onPause?: (db: Database) => Promise<void>;
};

/** A task in one's hands, with its run. */
export type Held = {
  task: Task;
  readonly run: RunRow;
  readonly steps: readonly StepRow[];
  /** What the function is told of steps that ended; grows while the run is carried on. */
  readonly memos: Memo[];
};

export async function loadHeld(db: Database, tasks: readonly Task[]): Promise<Held[]> {
  if (tasks.length === 0) return [];
  const runs = await loadRuns(db, [...new Set(tasks.map(({ runId }) => runId))]);
  return tasks.flatMap((task) => {
    const found = runs.get(task.runId);
    if (!found) return [];
    const memos = found.steps.filter(isEnded).map(({ id, output, error }) => ({ id, output, error }));
    return [{ task, ...found, memos }];
  });
}

/**
 * Calls the function until it waits, retries later or ends, remembering each step before the next is begun.
 */
export async function carry(runner: Runner, held: Held): Promise<void> {
  if (held.task.kind === "wake" || held.task.kind === "timeout") {
    await conclude(runner, held);
    return;
  }
  for (;;) {
    const startedAt = runner.clock();
    const answer = await call(runner, held);
    if ((await settle(runner, held, answer, startedAt)) === "over") return;
  }
}

/** An endpoint out of reach is a failure that may pass, like any other. */
async function call(runner: Runner, held: Held): Promise<Answer> {
  try {
    return await readAnswer(await runner.transport(requestFor(runner, held)), runner.clock());
  } catch (error) {
    return { kind: "error", failure: failureOf(error), retriable: true, retryAt: undefined };
  }
}

function requestFor({ endpoint, signingKey, registry }: Runner, { task, run, steps, memos }: Held): Request {
  return callRequest(endpoint, signingKey, run.functionId, task.stepId, {
    runId: run.id,
    event: run.event,
    memos,
    attempt: task.attempt,
    attemptsMax: registry.get(run.functionId)?.attemptsMax ?? 1,
    immediate: steps.every(isEnded),
  });
}

function isEnded({ state }: StepRow): boolean {
  return state === "completed" || state === "failed";
}
