import { sql } from "drizzle-orm";
import type { Database } from "@/server/access/scope";
import type { Registry } from "./functions";
import { inEngine, type TaskRow } from "./store";

/** How long work is somebody's own without a word from them. They send word at a quarter of it. */
export const leaseMs = 6_000;

/** A task, but for who holds it. */
export type Task = Omit<TaskRow, "admitted" | "leasedBy" | "leasedUntil">;

export type Admitted = { readonly id: bigint; readonly turn: number; readonly dueAt: Date };

type Admission = {
  readonly registry: Registry;
  readonly now: Date;
  /**
   * Also what is due later, for a queue that keeps it until
   * then. Limited functions wait here until they are due.
   */
  readonly early: boolean;
  readonly max: number;
};

/**
 * Lets tasks of known functions through, in the order in which they are due, as far as each
 * function's limit allows. One at a time: two servers together keep within the limit.
 */
export async function admit(db: Database, { registry, now, early, max }: Admission): Promise<Admitted[]> {
  const limits = JSON.stringify([...registry.values()].map(({ id, limit }) => ({ id, most: limit ?? null })));
  const limited = [...registry.values()].some(({ limit }) => limit !== undefined);
  if (limited) await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('tributary.admit', 0))`);
  const { rows } = await db.execute<{ id: string; turn: number; due_at: Date }>(sql`
    with known as (select * from jsonb_to_recordset(${limits}::jsonb) as known(id text, most int)),
    busy as (
      select function_id, coalesce(concurrency_key, '') as key, count(*) as many
      from engine.task where admitted and kind in ('call', 'step') group by 1, 2
    ),
    ranked as (
      select task.id, task.due_at,
        known.most is null or task.kind not in ('call', 'step') as free,
        row_number() over (
          partition by task.function_id, coalesce(task.concurrency_key, ''), task.kind in ('call', 'step')
          order by task.due_at, task.id
        ) <= known.most - coalesce(busy.many, 0) as within
      from engine.task
      join known on known.id = task.function_id
      left join busy on busy.function_id = task.function_id and busy.key = coalesce(task.concurrency_key, '')
      where not task.admitted
        and (task.due_at <= ${now}
          or (${early} and (known.most is null or task.kind not in ('call', 'step'))))
    ),
    chosen as (select id from ranked where free or within order by due_at, id limit ${max})
    update engine.task set admitted = true from chosen where task.id = chosen.id and not task.admitted
    returning task.id, task.turn, task.due_at`);
  return rows.map(({ id, turn, due_at }) => ({ id: BigInt(id), turn, dueAt: new Date(due_at) }));
}

/** Takes admitted tasks into one's hands; whoever is second gets none. Their runs are running from now on. */
export async function lease(
  db: Database,
  ids: readonly bigint[],
  holder: string,
  now: Date,
): Promise<Task[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<Stored>(sql`
      with taken as (
        update engine.task set leased_by = ${holder}, leased_until = ${leaseEnd()}
        where id = any(${arrayOf(ids)}) and admitted and leased_by is null and due_at <= ${now}
        returning *
      ), started as (
        update engine.run set state = 'running', started_at = coalesce(started_at, ${now})
        where id in (select run_id from taken where kind in ('call', 'step'))
      ), begun as (
        update engine.step set state = 'running', started_at = ${now}, attempts = taken.attempt + 1
        from taken where taken.kind = 'step' and step.run_id = taken.run_id and step.id = taken.step_id
      )
      select * from taken order by due_at, id`);
  return rows.map(rowOf);
}

/** Says that the holder is still at work. */
export async function renew(database: Database, holder: string, ids: readonly bigint[]): Promise<void> {
  await inEngine(database, (db) =>
    db.execute(sql`update engine.task set leased_until = ${leaseEnd()}
      where id = any(${arrayOf(ids)}) and leased_by = ${holder}`),
  );
}

/** Takes work back from those who have not been heard of. Answers how much. */
export async function recover(database: Database): Promise<number> {
  const { rowCount } = await inEngine(database, (db) =>
    db.execute(sql`update engine.task
      set admitted = false, leased_by = null, leased_until = null, turn = turn + 1
      where leased_until < ${new Date()}`),
  );
  return rowCount ?? 0;
}

/** Lets go of work that was taken and not ended: one task, or all that the holder has. */
export async function release(db: Database, holder: string, id?: bigint): Promise<void> {
  await db.execute(sql`update engine.task
    set admitted = false, leased_by = null, leased_until = null, turn = turn + 1
    where leased_by = ${holder} ${id === undefined ? sql`` : sql`and id = ${id}`}`);
}

/**
 * Gives up what is in nobody's hands, so that it is admitted
 * anew: for a queue that is gone, or that woke too soon.
 */
export async function readmit(database: Database, ids?: readonly bigint[]): Promise<void> {
  const which = ids ? sql`and id = any(${arrayOf(ids)})` : sql``;
  await inEngine(database, (db) =>
    db.execute(sql`update engine.task set admitted = false, turn = turn + 1
      where admitted and leased_by is null ${which}`),
  );
}

function arrayOf(ids: readonly bigint[]) {
  return sql`${`{${ids.join(",")}}`}::bigint[]`;
}

/**
 * Leases are about processes, so they are told by the
 * world's clock, also where the work's own clock is moved.
 */
function leaseEnd(): Date {
  return new Date(Date.now() + leaseMs);
}

type Stored = {
  readonly id: string;
  readonly run_id: TaskRow["runId"];
  readonly step_id: string;
  readonly kind: TaskRow["kind"];
  readonly function_id: string;
  readonly concurrency_key: string | null;
  readonly attempt: number;
  readonly due_at: Date | string;
  readonly turn: number;
};

function rowOf(row: Stored): Task {
  return {
    id: BigInt(row.id),
    runId: row.run_id,
    stepId: row.step_id,
    kind: row.kind,
    functionId: row.function_id,
    concurrencyKey: row.concurrency_key,
    attempt: row.attempt,
    dueAt: new Date(row.due_at),
    turn: row.turn,
  };
}
