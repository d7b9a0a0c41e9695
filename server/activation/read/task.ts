import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { fulfilmentTask, supplierConnector, taskAttempt, taskException } from "@/db/schema/activation";
import { order, orderItem } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { offsetOf } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { Recipe } from "@/server/offer/rules/vocabulary";
import type { ExceptionList, TaskList, TaskRef } from "../input";
import type { TaskStatus } from "../rules/vocabulary";

const supplierOf = and(
  eq(party.operatorId, fulfilmentTask.operatorId),
  eq(party.id, fulfilmentTask.supplierId),
);
const orderOf = and(eq(order.operatorId, fulfilmentTask.operatorId), eq(order.id, fulfilmentTask.orderId));
const itemOf = and(
  eq(orderItem.operatorId, fulfilmentTask.operatorId),
  eq(orderItem.id, fulfilmentTask.orderItemId),
);

const columns = {
  id: fulfilmentTask.id,
  orderId: fulfilmentTask.orderId,
  /** A supplier may not see the order itself; the item carries its own name. */
  orderNumber: order.number,
  item: orderItem.name,
  sku: orderItem.sku,
  quantity: orderItem.quantity,
  unit: orderItem.unit,
  supplierId: fulfilmentTask.supplierId,
  supplierName: party.name,
  title: fulfilmentTask.title,
  kind: fulfilmentTask.kind,
  status: fulfilmentTask.status,
  attempts: fulfilmentTask.attempts,
  supplierReference: fulfilmentTask.supplierReference,
  proof: fulfilmentTask.proof,
  createdAt: fulfilmentTask.createdAt,
  dueAt: fulfilmentTask.dueAt,
  startedAt: fulfilmentTask.startedAt,
  doneAt: fulfilmentTask.doneAt,
};

const sorts = {
  dueAt: fulfilmentTask.dueAt,
  createdAt: fulfilmentTask.createdAt,
  title: fulfilmentTask.title,
  status: fulfilmentTask.status,
} as const;

/** What is done comes after what is still to be done, whatever else it is sorted by. */
const isDone = sql`${fulfilmentTask.status} = 'done'`;

/** The tasks that the asker may see: its own deals', or, for a supplier, its own work. */
export async function listTasks({ actor, db }: Scope, input: TaskList) {
  const pattern = `%${input.q.replace(/[%_\\]/g, "\\$&")}%`;
  const { status, kind, order: orders } = input.filters;
  const where = and(
    eq(fulfilmentTask.operatorId, actor.operator),
    input.q
      ? or(ilike(fulfilmentTask.title, pattern), ilike(order.number, pattern), ilike(orderItem.name, pattern))
      : undefined,
    status?.length ? inArray(fulfilmentTask.status, status as TaskStatus[]) : undefined,
    kind?.length ? inArray(fulfilmentTask.kind, kind as Recipe["kind"][]) : undefined,
    orders?.length ? inArray(fulfilmentTask.orderId, orders as Id<"order">[]) : undefined,
  );
  const way = input.dir === "asc" ? asc : desc;
  const rows = await db
    .select({ ...columns, total: sql<number>`count(*) over ()::int` })
    .from(fulfilmentTask)
    .leftJoin(order, orderOf)
    .leftJoin(orderItem, itemOf)
    .leftJoin(party, supplierOf)
    .where(where)
    .orderBy(isDone, way(sorts[input.sort]), asc(fulfilmentTask.id))
    .limit(input.size)
    .offset(offsetOf(input));
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** One task with every attempt at it and every exception it raised. */
export async function readTask({ actor, db }: Scope, { id }: TaskRef) {
  const [found] = await db
    .select({ ...columns, after: fulfilmentTask.after })
    .from(fulfilmentTask)
    .leftJoin(order, orderOf)
    .leftJoin(orderItem, itemOf)
    .leftJoin(party, supplierOf)
    .where(and(eq(fulfilmentTask.operatorId, actor.operator), eq(fulfilmentTask.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such task.");
  const attempts = await db
    .select()
    .from(taskAttempt)
    .where(and(eq(taskAttempt.operatorId, actor.operator), eq(taskAttempt.taskId, id)))
    .orderBy(asc(taskAttempt.at), asc(taskAttempt.number));
  const exceptions = await db
    .select()
    .from(taskException)
    .where(and(eq(taskException.operatorId, actor.operator), eq(taskException.taskId, id)))
    .orderBy(asc(taskException.openedAt));
  const waitsFor =
    found.after.length === 0
      ? []
      : await db
          .select({ id: fulfilmentTask.id, title: fulfilmentTask.title, status: fulfilmentTask.status })
          .from(fulfilmentTask)
          .where(inArray(fulfilmentTask.id, found.after as Id<"task">[]));
  return { ...found, attemptsMade: attempts, exceptions, waitsFor };
}

/** What needs a person, the oldest first unless asked otherwise; `state` is `open` or `resolved`. */
export async function listExceptions({ actor, db }: Scope, input: ExceptionList) {
  const { kind, state } = input.filters;
  const onlyOpen = state?.length === 1 && state[0] === "open";
  const onlyResolved = state?.length === 1 && state[0] === "resolved";
  const where = and(
    eq(taskException.operatorId, actor.operator),
    onlyOpen ? isNull(taskException.resolvedAt) : undefined,
    onlyResolved ? isNotNull(taskException.resolvedAt) : undefined,
    kind?.length
      ? inArray(taskException.kind, kind as (typeof taskException.$inferSelect)["kind"][])
      : undefined,
  );
  const way = input.dir === "asc" ? asc : desc;
  const sort = { openedAt: taskException.openedAt, kind: taskException.kind }[input.sort];
  const rows = await db
    .select({ exception: taskException, task: columns, total: sql<number>`count(*) over ()::int` })
    .from(taskException)
    .innerJoin(
      fulfilmentTask,
      and(
        eq(fulfilmentTask.operatorId, taskException.operatorId),
        eq(fulfilmentTask.id, taskException.taskId),
      ),
    )
    .leftJoin(order, orderOf)
    .leftJoin(orderItem, itemOf)
    .leftJoin(party, supplierOf)
    .where(where)
    .orderBy(way(sort), asc(taskException.taskId))
    .limit(input.size)
    .offset(offsetOf(input));
  return { rows: rows.map(({ exception, task }) => ({ ...exception, task })), total: rows[0]?.total ?? 0 };
}

/** What a task's supplier is to be told, and where it listens. */
export async function readSupplierRequest({ actor, db }: Scope, id: Id<"task">) {
  const [found] = await db
    .select({
      task: fulfilmentTask,
      item: orderItem,
      number: order.number,
      baseUrl: supplierConnector.baseUrl,
    })
    .from(fulfilmentTask)
    .innerJoin(order, orderOf)
    .innerJoin(orderItem, itemOf)
    .leftJoin(
      supplierConnector,
      and(
        eq(supplierConnector.operatorId, fulfilmentTask.operatorId),
        eq(supplierConnector.supplierId, fulfilmentTask.supplierId),
      ),
    )
    .where(and(eq(fulfilmentTask.operatorId, actor.operator), eq(fulfilmentTask.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such task.");
  const { task, item, number, baseUrl } = found;
  if (baseUrl === null) throw new Refusal("CONFLICT", "This supplier has no provisioning system connected.");
  const request = {
    operatorId: task.operatorId,
    supplierId: task.supplierId,
    taskId: task.id,
    attempt: task.attempts,
    title: task.title,
    sku: item.sku,
    quantity: decimalToText(decimal(item.quantity)),
    unit: item.unit,
    order: number,
  };
  return { baseUrl, request };
}

export type TaskSeen = Awaited<ReturnType<typeof listTasks>>["rows"][number];
export type TaskDetail = Awaited<ReturnType<typeof readTask>>;
export type ExceptionSeen = Awaited<ReturnType<typeof listExceptions>>["rows"][number];
