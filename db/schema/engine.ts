import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { OperatorId } from "@/server/core/ids";
import type { EventActor, EventPayload } from "@/server/events/envelope";
import type { Failure, RunState, StepState, TaskKind } from "@/server/events/state";
import { at, engine, id, operatorId } from "../columns";

/**
 * What happened, written in the transaction in which it
 * happened. A row without `relayedAt` was not handed on yet.
 */
export const outbox = engine.table(
  "outbox",
  {
    sequence: bigint("sequence", { mode: "bigint" }).generatedAlwaysAsIdentity().primaryKey(),
    /**
     * Usually `evt_…`; a job that sends an event may give it a name of its own, by which it is known twice.
     */
    id: text("id").notNull().unique(),
    name: text("name").notNull(),
    operatorId: operatorId(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    occurredAt: at("occurred_at").notNull(),
    correlation: text("correlation").notNull(),
    actor: jsonb("actor").$type<EventActor>().notNull(),
    relayedAt: at("relayed_at"),
  },
  (row) => [
    index("outbox_waiting").on(row.sequence).where(sql`${row.relayedAt} is null`),
    index("outbox_operator").on(row.operatorId, row.sequence),
  ],
);

/** One run of one function for one event, whichever engine runs it. */
export const run = engine.table(
  "run",
  {
    id: id<"run">("id").primaryKey(),
    functionId: text("function_id").notNull(),
    /** None for a schedule, which belongs to the installation. */
    operatorId: text("operator_id").$type<OperatorId>(),
    state: text("state").$type<RunState>().notNull(),
    eventId: text("event_id").notNull(),
    event: jsonb("event").$type<EventPayload>().notNull(),
    /** Another event with the same key within a day starts no other run. */
    idempotencyKey: text("idempotency_key"),
    /** What the function's concurrency limit counts by. */
    concurrencyKey: text("concurrency_key"),
    output: jsonb("output").$type<unknown>(),
    error: jsonb("error").$type<Failure>(),
    /** The step of another run that invoked this one and waits for it. */
    parentRunId: id<"run">("parent_run_id"),
    parentStepId: text("parent_step_id"),
    createdAt: at("created_at").notNull(),
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
  },
  (row) => [
    unique("one_run_an_event").on(row.functionId, row.eventId),
    index("run_operator").on(row.operatorId, row.createdAt),
    index("run_idempotency").on(row.functionId, row.idempotencyKey, row.createdAt),
  ],
);

/** A step of a run and, once it is done, its remembered result. */
export const step = engine.table(
  "step",
  {
    runId: id<"run">("run_id")
      .notNull()
      .references(() => run.id, { onDelete: "cascade" }),
    /** The SDK's hash of the step's name. */
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** The protocol's word for its kind: StepRun, Sleep, WaitForEvent, InvokeFunction. */
    kind: text("kind").notNull(),
    state: text("state").$type<StepState>().notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** The order in which steps ended, which a replay repeats. */
    position: integer("position"),
    /** Others need not wait for it: its end alone carries the run on. */
    race: boolean("race").notNull().default(false),
    output: jsonb("output").$type<unknown>(),
    error: jsonb("error").$type<Failure>(),
    /** Of a wait: the event, the condition, and for a plain comparison where to look for which value. */
    eventName: text("event_name"),
    condition: text("condition"),
    matchPath: text("match_path").array(),
    matchValue: text("match_value"),
    plannedAt: at("planned_at").notNull(),
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
  },
  (row) => [
    primaryKey({ columns: [row.runId, row.id] }),
    index("step_waiting")
      .on(row.eventName)
      .where(sql`${row.state} = 'waiting' and ${row.eventName} is not null`),
  ],
);

/** Every attempt that failed, for the people who look into it. */
export const failure = engine.table(
  "failure",
  {
    runId: id<"run">("run_id")
      .notNull()
      .references(() => run.id, { onDelete: "cascade" }),
    /** Empty for a failure outside of any step. */
    stepId: text("step_id").notNull(),
    stepName: text("step_name").notNull(),
    attempt: integer("attempt").notNull(),
    at: at("at").notNull(),
    error: jsonb("error").$type<Failure>().notNull(),
  },
  (row) => [index("failure_run").on(row.runId, row.at)],
);

/** What is to be done next, and when: the runner's own truth, which its queue only wakes. */
export const task = engine.table(
  "task",
  {
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().primaryKey(),
    runId: id<"run">("run_id")
      .notNull()
      .references(() => run.id, { onDelete: "cascade" }),
    /** Empty when the function as a whole is called. */
    stepId: text("step_id").notNull(),
    kind: text("kind").$type<TaskKind>().notNull(),
    functionId: text("function_id").notNull(),
    concurrencyKey: text("concurrency_key"),
    attempt: integer("attempt").notNull().default(0),
    dueAt: at("due_at").notNull(),
    /**
     * Grows whenever something new is to be done, so that
     * whoever is at work on an older turn does not end it.
     */
    turn: integer("turn").notNull().default(0),
    /** Admitted within its function's limit: in the queue, or in somebody's hands. */
    admitted: boolean("admitted").notNull().default(false),
    leasedBy: text("leased_by"),
    leasedUntil: at("leased_until"),
  },
  (row) => [
    uniqueIndex("one_task_a_step").on(row.runId, row.stepId, row.kind),
    index("task_due").on(row.dueAt).where(sql`not ${row.admitted}`),
    index("task_admitted").on(row.functionId, row.concurrencyKey).where(sql`${row.admitted}`),
  ],
);

/** When a function that runs by the calendar is due next. */
export const schedule = engine.table("schedule", {
  functionId: text("function_id").primaryKey(),
  cron: text("cron").notNull(),
  dueAt: at("due_at").notNull(),
});
