import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { failure, run, step } from "@/db/schema/engine";
import type { Database, Scope } from "@/server/access/scope";
import { offsetOf, type Page } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { JobList, JobRef } from "./input";
import type { RunState } from "./state";

/**
 * Lets one question of a procedure see the engine's tables, which have no row-level security: every
 * query in here names the operator of the scope. The app's own role is back when it is answered.
 */
export async function asEngine<Result>(
  scope: Scope,
  ask: (db: Database) => Promise<Result>,
): Promise<Result> {
  await scope.db.execute(sql`set local role tributary_engine`);
  const result = await ask(scope.db);
  // After a failure the transaction is over, and its role with it.
  await scope.db.execute(sql`set local role none`);
  return result;
}

const listed = {
  ...{
    id: run.id,
    state: run.state,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
  },
  function: sql<string>`regexp_replace(${run.functionId}, '^tributary-', '')`,
  event: sql<string>`${run.event}->>'name'`,
  about: sql<Record<string, unknown>>`(${run.event}->'data') - 'operatorId'`,
  reason: sql<string | null>`${run.error}->>'message'`,
  steps: sql<number>`(select count(*)::int from ${step} each where each.run_id = "run"."id")`,
  stepsDone: sql<number>`(select count(*) filter (where each.state = 'completed')::int from ${step} each
    where each.run_id = "run"."id")`,
  failures: sql<number>`(select count(*)::int from ${failure} each where each.run_id = "run"."id")`,
  total: sql<number>`count(*) over ()::int`,
};

const sorts = {
  createdAt: run.createdAt,
  function: run.functionId,
  state: run.state,
  endedAt: run.endedAt,
} as const;

type Row = Awaited<ReturnType<typeof readRows>>[number];
export type JobListed = Omit<Row, "total">;

/** The runs of functions for this operator. */
export async function listJobs(scope: Scope, input: JobList): Promise<Page<JobListed>> {
  const rows = await asEngine(scope, (db) => readRows(db, scope, input));
  if (rows.length === 0 && input.page > 1) {
    const [first] = await asEngine(scope, (db) => readRows(db, scope, { ...input, page: 1, size: 1 }));
    return { rows: [], total: first?.total ?? 0 };
  }
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

function readRows(db: Database, { actor }: Scope, input: JobList) {
  const way = input.dir === "desc" ? desc : asc;
  return db
    .select(listed)
    .from(run)
    .where(and(eq(run.operatorId, actor.operator), ...narrowed(input)))
    .orderBy(way(sorts[input.sort]), desc(run.id))
    .limit(input.size)
    .offset(offsetOf(input));
}

function narrowed({ q, filters }: JobList): readonly (SQL | undefined)[] {
  const { state: states = [], function: functions = [] } = filters;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const looked = [run.functionId, run.id, sql`${run.event}::text`, sql`${run.error}->>'message'`];
  return [
    q ? or(...looked.map((text) => ilike(text, like))) : undefined,
    states.length > 0 ? inArray(run.state, states as RunState[]) : undefined,
    functions.length > 0
      ? inArray(
          run.functionId,
          functions.map((name) => `tributary-${name}`),
        )
      : undefined,
  ];
}

/** The functions that have run for this operator, for narrowing the list. */
export async function listFunctions(scope: Scope): Promise<readonly string[]> {
  const rows = await asEngine(scope, (db) =>
    db
      .selectDistinct({ name: listed.function })
      .from(run)
      .where(eq(run.operatorId, scope.actor.operator))
      .orderBy(listed.function),
  );
  return rows.map(({ name }) => name);
}

/** One run: its steps in the order in which they ended, the unended last, and every attempt that failed. */
export async function readJob(scope: Scope, { id }: JobRef) {
  return asEngine(scope, async (db) => {
    const [found] = await db
      .select({
        ...listed,
        eventId: run.eventId,
        parentRunId: run.parentRunId,
        stack: sql<string | null>`${run.error}->>'stack'`,
      })
      .from(run)
      .where(and(eq(run.id, id), eq(run.operatorId, scope.actor.operator)));
    if (!found) throw new Refusal("NOT_FOUND", "There is no such run.");
    const steps = await db
      .select({
        ...{ id: step.id, name: step.name, kind: step.kind, state: step.state, attempts: step.attempts },
        ...{
          waitsFor: step.eventName,
          startedAt: step.startedAt,
          endedAt: step.endedAt,
          plannedAt: step.plannedAt,
        },
        reason: sql<string | null>`${step.error}->>'message'`,
      })
      .from(step)
      .where(eq(step.runId, id))
      .orderBy(sql`${step.position} nulls last`, asc(step.plannedAt));
    const failures = await db
      .select({
        ...{ stepName: failure.stepName, attempt: failure.attempt, at: failure.at },
        reason: sql<string>`${failure.error}->>'message'`,
        stack: sql<string | null>`${failure.error}->>'stack'`,
      })
      .from(failure)
      .where(eq(failure.runId, id))
      .orderBy(asc(failure.at), asc(failure.attempt));
    const { total: _total, ...job } = found;
    return { ...job, steps, failed: failures };
  });
}

export type Job = Awaited<ReturnType<typeof readJob>>;
