import { step, task } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import { newId } from "@/server/core/ids";
import type { EventPayload } from "../envelope";
import { until } from "./duration";
import { comparedPaths, readExpression } from "./expression";
import type { Registry } from "./functions";
import type { Op } from "./protocol";
import { matchOf, startRuns } from "./start";
import { concludeStep, type RunRow } from "./store";

export const plannedOps = ["StepPlanned", "Sleep", "WaitForEvent", "InvokeFunction"] as const;
export type PlannedOp = Op & { readonly op: (typeof plannedOps)[number] };

export function isPlanned(op: Op): op is PlannedOp {
  return (plannedOps as readonly string[]).includes(op.op);
}

/** Notes what a function wants done next, and when. Asking twice changes nothing. */
export async function plan(
  db: Database,
  registry: Registry,
  held: RunRow,
  op: PlannedOp,
  now: Date,
): Promise<void> {
  const { opts, id } = op;
  switch (op.op) {
    case "StepPlanned":
      return note(db, held, op, now, { kind: "step", dueAt: now });
    case "Sleep":
      return note(db, held, op, now, { kind: "wake", dueAt: until(opts?.duration ?? op.name ?? "", now) });
    case "WaitForEvent": {
      const wait = waitOf(held.event, opts?.event ?? op.name ?? "", opts?.if);
      return note(db, held, op, now, { kind: "timeout", dueAt: until(opts?.timeout ?? "", now) }, wait);
    }
    case "InvokeFunction": {
      const dueAt = opts?.timeout ? until(opts.timeout, now) : undefined;
      await note(db, held, op, now, dueAt && { kind: "timeout", dueAt });
      return invoke(db, registry, held, id, op, now);
    }
  }
}

async function note(
  db: Database,
  held: RunRow,
  op: PlannedOp,
  now: Date,
  due: { readonly kind: "step" | "wake" | "timeout"; readonly dueAt: Date } | undefined,
  wait: Partial<typeof step.$inferInsert> = {},
): Promise<void> {
  const [fresh] = await db
    .insert(step)
    .values({
      runId: held.id,
      id: op.id,
      name: op.displayName ?? op.name ?? op.id,
      kind: op.op === "StepPlanned" ? "StepRun" : op.op,
      state: op.op === "StepPlanned" ? "planned" : "waiting",
      race: op.opts?.parallelMode === "race",
      plannedAt: now,
      ...wait,
    })
    .onConflictDoNothing()
    .returning({ id: step.id });
  if (!fresh || !due) return;
  const { functionId, concurrencyKey } = held;
  await db
    .insert(task)
    .values({ runId: held.id, stepId: op.id, functionId, concurrencyKey, ...due })
    .onConflictDoNothing();
}

function waitOf(event: EventPayload, eventName: string, condition: string | undefined) {
  if (!condition) return { eventName };
  readExpression(condition); // Refused now, not when the event comes.
  return { eventName, condition, ...matchOf(event, comparedPaths(condition)) };
}

async function invoke(
  db: Database,
  registry: Registry,
  held: RunRow,
  stepId: string,
  op: PlannedOp,
  now: Date,
) {
  const config = registry.get(op.opts?.function_id ?? "");
  if (!config) {
    const message = `There is no function “${op.opts?.function_id}” to invoke.`;
    return concludeStep(db, held, stepId, { error: { name: "InvokeError", message } }, now);
  }
  const event = {
    id: newId("event", now),
    name: "inngest/function.invoked",
    data: { ...op.opts?.payload?.data },
    ts: now.getTime(),
  };
  await startRuns(db, [{ config, event, parent: { runId: held.id, stepId } }], () => now);
}
