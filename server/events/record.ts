import { eq } from "drizzle-orm";
import { Middleware } from "inngest";
import { inRole } from "@/db/client";
import { failure, run, step } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import type { Id, OperatorId } from "@/server/core/ids";
import { eventContext, eventEngine } from "./context";
import type { Failure } from "./state";

/**
 * With Inngest as the engine, notes in our own tables what it lets us see of a run, for the page of
 * operations. The embedded engine writes these rows itself, as its memory.
 */
export class RecordedRuns extends Middleware.BaseMiddleware {
  readonly id = "tributary:recorded-runs";

  override async onRunStart({ ctx, fn }: Middleware.OnRunStartArgs) {
    await noted(async (db, now) => {
      const { id = ctx.runId, name, data, ts = now.getTime() } = ctx.event;
      await db
        .insert(run)
        .values({
          id: ctx.runId as Id<"run">,
          functionId: fn.id("tributary"),
          operatorId: operatorOf(data),
          state: "running",
          eventId: id,
          event: { id, name, data: { ...data }, ts },
          createdAt: now,
          startedAt: now,
        })
        .onConflictDoNothing();
    });
  }

  override async onStepStart({ ctx, stepInfo }: Middleware.OnStepStartArgs) {
    await noted((db, now) => noteStep(db, now, ctx, stepInfo, { state: "running", endedAt: null }));
  }

  override async onStepComplete({ ctx, stepInfo, output }: Middleware.OnStepCompleteArgs) {
    await noted((db, now) =>
      noteStep(db, now, ctx, stepInfo, { state: "completed", output, error: null, endedAt: now }),
    );
  }

  override async onStepError({ ctx, stepInfo, error, isFinalAttempt }: Middleware.OnStepErrorArgs) {
    await noted(async (db, now) => {
      const state = isFinalAttempt ? "failed" : "planned";
      await noteStep(db, now, ctx, stepInfo, { state, error: told(error), endedAt: now });
      const { name, id } = stepInfo.options;
      await noteFailure(db, now, ctx, { stepId: stepInfo.hashedId, stepName: name ?? id }, error);
    });
  }

  override async onRunComplete({ ctx, output }: Middleware.OnRunCompleteArgs) {
    await noted((db, now) =>
      noteRun(db, ctx.runId, { state: "completed", output: output ?? null, error: null, endedAt: now }),
    );
  }

  override async onRunError({ ctx, error, isFinalAttempt }: Middleware.OnRunErrorArgs) {
    await noted(async (db, now) => {
      await noteFailure(db, now, ctx, { stepId: "", stepName: "" }, error);
      if (isFinalAttempt) await noteRun(db, ctx.runId, { state: "failed", error: told(error), endedAt: now });
    });
  }
}

type Call = { readonly runId: string; readonly attempt: number };
type Info = {
  readonly hashedId: string;
  readonly stepType: unknown;
  readonly options: { readonly id: string; readonly name?: string | undefined };
};

async function noted(write: (db: Database, now: Date) => Promise<void>): Promise<void> {
  if (eventEngine().kind !== "inngest") return;
  const { database, clock } = eventContext();
  await inRole(database, "tributary_engine", (db) => write(db, clock()));
}

async function noteStep(
  db: Database,
  now: Date,
  { runId, attempt }: Call,
  { hashedId, stepType, options }: Info,
  change: Partial<typeof step.$inferInsert>,
): Promise<void> {
  const row = {
    runId: runId as Id<"run">,
    id: hashedId,
    name: options.name ?? options.id,
    kind: String(stepType),
  };
  const seen = { ...change, attempts: attempt + 1 };
  await db
    .insert(step)
    .values({ ...row, state: "planned", plannedAt: now, startedAt: now, ...seen })
    .onConflictDoUpdate({ target: [step.runId, step.id], set: seen });
}

async function noteRun(db: Database, runId: string, change: Partial<typeof run.$inferInsert>): Promise<void> {
  await db
    .update(run)
    .set(change)
    .where(eq(run.id, runId as Id<"run">));
}

async function noteFailure(
  db: Database,
  now: Date,
  { runId, attempt }: Call,
  where: { readonly stepId: string; readonly stepName: string },
  error: Error,
): Promise<void> {
  await db
    .insert(failure)
    .values({ runId: runId as Id<"run">, ...where, attempt, at: now, error: told(error) });
}

function told({ name, message, stack }: Error): Failure {
  return stack ? { name, message, stack } : { name, message };
}

function operatorOf(data: unknown): OperatorId | null {
  const operator = (data as { readonly operatorId?: unknown } | undefined)?.operatorId;
  return typeof operator === "string" ? (operator as OperatorId) : null;
}
