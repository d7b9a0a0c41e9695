import { and, arrayContains, eq, inArray, isNull, ne } from "drizzle-orm";
import { fulfilmentTask, taskAttempt, taskException } from "@/db/schema/activation";
import { elevated, type Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { completeItem, failItem, startItem } from "@/server/order/item";
import { deliverItem } from "./deliver";
import type { TaskCompletion, TaskRepair } from "./input";
import { moveTask } from "./rules/transition";
import type { TaskStatus } from "./rules/vocabulary";

export type Task = typeof fulfilmentTask.$inferSelect;
type Outcome = (typeof taskAttempt.$inferSelect)["outcome"];

/** A task, held until the transaction ends, so that of two answers the second finds the first. */
export async function holdTask({ actor, db }: Scope, id: Id<"task">): Promise<Task> {
  const [held] = await db
    .select()
    .from(fulfilmentTask)
    .where(and(eq(fulfilmentTask.operatorId, actor.operator), eq(fulfilmentTask.id, id)))
    .for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such task.");
  return held;
}

/** Begins an attempt. A task that is no longer ready is left alone: somebody else has it, or it is over. */
export async function startTask(scope: Scope, id: Id<"task">): Promise<Task | null> {
  const held = await holdTask(scope, id);
  if (held.status !== "ready" || held.kind !== "supplier_api") return null;
  const attempts = held.attempts + 1;
  await change(scope, held, "running", { attempts, startedAt: held.startedAt ?? scope.now });
  await startItem(scope, { orderItemId: held.orderItemId });
  return { ...held, status: "running", attempts };
}

/** The supplier took the work on and will answer later, under its own reference. */
export async function acceptTask(scope: Scope, id: Id<"task">, supplierReference: string): Promise<void> {
  const held = await holdTask(scope, id);
  if (held.status !== "running") return;
  await addAttempt(scope, held, "accepted", `The supplier took it on as ${supplierReference}.`);
  await change(scope, held, "waiting_external", { supplierReference });
}

/**
 * The work is done, with its proof: the item is delivered and what waited for it can begin. Done twice is
 * done once.
 */
export async function finishTask(scope: Scope, id: Id<"task">, proof: string): Promise<void> {
  const held = await holdTask(scope, id);
  if (held.status === "done") return;
  if (held.status === "ready") await startItem(scope, { orderItemId: held.orderItemId });
  await addAttempt(scope, held, "done", proof);
  await change(scope, held, "done", { proof, doneAt: scope.now });
  await closeException(scope, held, "Done after all.");
  await completeItem(scope, { orderItemId: held.orderItemId });
  await deliverItem(scope, held);
  await unblock(scope, held);
  await emit(scope, "task.completed", { taskId: id });
}

/**
 * A person says that the work is done. The supplier may do so for its own tasks, the operator's people for
 * any.
 */
export async function completeTask(scope: Scope, { id, proof }: TaskCompletion): Promise<void> {
  const held = await holdTask(scope, id);
  moveTask(held.status, "done");
  if (held.status === "running" || held.status === "waiting_external") {
    throw new Refusal("CONFLICT", "The supplier's system is at work on this task. Wait for its answer.");
  }
  await elevated(scope, (wide) => finishTask(wide, id, proof));
}

export type Failure = {
  readonly kind: (typeof taskException.$inferSelect)["kind"];
  readonly message: string;
};

/** The attempt failed and will not be tried again by itself: an exception waits for somebody. */
export async function failTask(scope: Scope, id: Id<"task">, { kind, message }: Failure): Promise<void> {
  const held = await holdTask(scope, id);
  if (held.status === "done" || held.status === "exception") return;
  await addAttempt(scope, held, "failed_final", message);
  await change(scope, held, "exception", {});
  await scope.db.insert(taskException).values({
    operatorId: held.operatorId,
    taskId: id,
    number: held.attempts,
    orderId: held.orderId,
    kind,
    message,
    openedAt: scope.now,
    supplierId: held.supplierId,
    ownerPath: held.ownerPath,
  });
  await failItem(scope, { orderItemId: held.orderItemId });
  await emit(scope, "task.failed", { taskId: id });
}

/** The cause is mended: the exception is closed with what was done about it, and the task begins again. */
export async function repairTask(scope: Scope, { id, resolution }: TaskRepair): Promise<void> {
  const held = await holdTask(scope, id);
  if (held.status !== "exception") throw new Refusal("CONFLICT", "This task has no exception to repair.");
  await closeException(scope, held, resolution);
  await change(scope, held, "ready", {});
  await startItem(scope, { orderItemId: held.orderItemId });
  await emit(scope, "task.ready", { taskId: id });
}

/** Notes what one try came to. */
export async function addAttempt(scope: Scope, held: Task, outcome: Outcome, detail: string): Promise<void> {
  await scope.db
    .insert(taskAttempt)
    .values({
      operatorId: held.operatorId,
      taskId: held.id,
      number: held.attempts,
      outcome,
      detail,
      at: scope.now,
      supplierId: held.supplierId,
      ownerPath: held.ownerPath,
    })
    .onConflictDoNothing();
}

async function closeException({ actor, db, now }: Scope, held: Task, resolution: string): Promise<void> {
  await db
    .update(taskException)
    .set({ resolvedAt: now, resolvedByName: actor.name, resolution })
    .where(
      and(
        eq(taskException.operatorId, held.operatorId),
        eq(taskException.taskId, held.id),
        isNull(taskException.resolvedAt),
      ),
    );
}

/** Tasks of the order that waited for this one, and now for nothing else. */
async function unblock(scope: Scope, done: Task): Promise<void> {
  const { db } = scope;
  const ofOrder = and(
    eq(fulfilmentTask.operatorId, done.operatorId),
    eq(fulfilmentTask.orderId, done.orderId),
  );
  const waiting = await db
    .select()
    .from(fulfilmentTask)
    .where(and(ofOrder, eq(fulfilmentTask.status, "blocked"), arrayContains(fulfilmentTask.after, [done.id])))
    .orderBy(fulfilmentTask.id)
    .for("update");
  for (const task of waiting) {
    const open = and(
      ofOrder,
      inArray(fulfilmentTask.id, task.after as Id<"task">[]),
      ne(fulfilmentTask.status, "done"),
    );
    if ((await db.$count(fulfilmentTask, open)) > 0) continue;
    await change(scope, task, "ready", {});
    await emit(scope, "task.ready", { taskId: task.id });
  }
}

async function change(scope: Scope, held: Task, to: TaskStatus, set: Partial<Task>): Promise<void> {
  const status = moveTask(held.status, to);
  await scope.db
    .update(fulfilmentTask)
    .set({ ...set, status })
    .where(and(eq(fulfilmentTask.operatorId, held.operatorId), eq(fulfilmentTask.id, held.id)));
  await record(scope, {
    code: `activation.task.${status}`,
    summary: `“${held.title}” is ${status.replace("_", " ")}`,
    object: { kind: "task", id: held.id },
    before: { status: held.status },
    after: { status, ...set },
  });
}
