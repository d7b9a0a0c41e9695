import { and, eq, ne } from "drizzle-orm";
import { run, step, task } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import type { EventPayload } from "../envelope";
import type { Registry } from "./functions";
import { deliver } from "./start";
import { concludeStep, holdRun, type Result, type RunRow } from "./store";

/**
 * Ends a run: nothing more is due for it, whoever invoked it goes on, and a failure is told to the
 * functions that wait for failures (a job's `onFailure` is one).
 */
export async function endRun(
  db: Database,
  registry: Registry,
  held: RunRow,
  result: Result,
  now: Date,
): Promise<void> {
  const end =
    "error" in result
      ? { state: "failed" as const, error: result.error, output: null }
      : { state: "completed" as const, output: result.output ?? null, error: null };
  await db
    .update(run)
    .set({ ...end, endedAt: now })
    .where(eq(run.id, held.id));
  await db.delete(task).where(eq(task.runId, held.id));
  if (held.parentRunId && held.parentStepId) {
    const parent = await holdRun(db, held.parentRunId);
    if (parent && !parent.endedAt) await concludeStep(db, parent, held.parentStepId, result, now);
  }
  if ("error" in result) await deliver(db, registry, [failedEvent(held, result.error, now)], () => now);
}

/** Has a failed run tried again from where it failed: what it remembers of steps that went well stays. */
export async function retryRun(db: Database, held: RunRow, now: Date): Promise<void> {
  await db.update(run).set({ state: "queued", error: null, endedAt: null }).where(eq(run.id, held.id));
  await db.delete(step).where(and(eq(step.runId, held.id), ne(step.state, "completed")));
  await db
    .insert(task)
    .values({
      runId: held.id,
      stepId: "",
      kind: "call",
      functionId: held.functionId,
      concurrencyKey: held.concurrencyKey,
      dueAt: now,
    })
    .onConflictDoNothing();
}

function failedEvent(held: RunRow, error: unknown, now: Date): EventPayload {
  return {
    id: `${held.id}.failed.${now.getTime()}`,
    name: "inngest/function.failed",
    data: { function_id: held.functionId, run_id: held.id, error, event: held.event },
    ts: now.getTime(),
  };
}
