import { foreignKey, index, integer, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { SubscriptionStatus, TaskStatus } from "@/server/activation/rules/vocabulary";
import type { ChargeKind, Recipe } from "@/server/offer/rules/vocabulary";
import { app, at, currency, id, operatorId, operatorOnly, quantity, treePath, unpriced } from "../columns";
import { order, orderItem } from "./order";

/** One piece of work that brings an order item to life. */
export const fulfilmentTask = app.table(
  "fulfilment_task",
  {
    operatorId: operatorId(),
    id: id<"task">("id").notNull(),
    orderId: id<"order">("order_id").notNull(),
    orderItemId: id<"orderItem">("order_item_id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    title: text("title").notNull(),
    kind: text("kind").$type<Recipe["kind"]>().notNull(),
    status: text("status").$type<TaskStatus>().notNull(),
    /** Tasks of the same order that must be done before this one is ready. */
    after: text("after").array().notNull(),
    attempts: integer("attempts").notNull(),
    /** What the supplier calls it; its answer and its callback carry it. */
    supplierReference: text("supplier_reference"),
    /** What was delivered: an account number, a serial, a note of proof. */
    proof: text("proof"),
    createdAt: at("created_at").notNull(),
    dueAt: at("due_at").notNull(),
    startedAt: at("started_at"),
    doneAt: at("done_at"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("fulfilment_task_item").on(table.operatorId, table.orderItemId),
    index("fulfilment_task_order").on(table.operatorId, table.orderId),
    index("fulfilment_task_status").on(table.operatorId, table.status, table.dueAt),
    foreignKey({ columns: [table.operatorId, table.orderId], foreignColumns: [order.operatorId, order.id] }),
    foreignKey({
      columns: [table.operatorId, table.orderItemId],
      foreignColumns: [orderItem.operatorId, orderItem.id],
    }),
    ...unpriced(table, table.supplierId),
  ],
);

/** One try at a task, and what came of it. */
export const taskAttempt = app.table(
  "task_attempt",
  {
    operatorId: operatorId(),
    taskId: id<"task">("task_id").notNull(),
    number: integer("number").notNull(),
    outcome: text("outcome").$type<"accepted" | "done" | "failed_retryable" | "failed_final">().notNull(),
    detail: text("detail").notNull(),
    at: at("at").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.taskId, table.number, table.outcome] }),
    ...unpriced(table, table.supplierId),
  ],
);

/** A task that cannot go on by itself, until somebody mends the cause and retries it. */
export const taskException = app.table(
  "task_exception",
  {
    operatorId: operatorId(),
    taskId: id<"task">("task_id").notNull(),
    number: integer("number").notNull(),
    orderId: id<"order">("order_id").notNull(),
    kind: text("kind").$type<"technical" | "business" | "data" | "supplier">().notNull(),
    message: text("message").notNull(),
    openedAt: at("opened_at").notNull(),
    resolvedAt: at("resolved_at"),
    resolvedByName: text("resolved_by_name"),
    resolution: text("resolution"),
    supplierId: id<"party">("supplier_id").notNull(),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.taskId, table.number] }),
    index("task_exception_open").on(table.operatorId, table.resolvedAt, table.openedAt),
    ...unpriced(table, table.supplierId),
  ],
);

/** Where a supplier's provisioning system listens. */
export const supplierConnector = app.table(
  "supplier_connector",
  {
    operatorId: operatorId(),
    supplierId: id<"party">("supplier_id").notNull(),
    baseUrl: text("base_url").notNull(),
  },
  (table) => [primaryKey({ columns: [table.operatorId, table.supplierId] }), ...operatorOnly(table)],
);

/**
 * What a customer has running. Its calendar is the customer's time zone, pinned here and used by every
 * leg.
 */
export const subscription = app.table(
  "subscription",
  {
    operatorId: operatorId(),
    id: id<"subscription">("id").notNull(),
    number: text("number").notNull(),
    orderId: id<"order">("order_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    partnerId: id<"party">("partner_id").notNull(),
    offerName: text("offer_name").notNull(),
    status: text("status").$type<SubscriptionStatus>().notNull(),
    currency: currency().notNull(),
    timeZone: text("time_zone").notNull(),
    createdAt: at("created_at").notNull(),
    activatedAt: at("activated_at"),
    /** The first instant that is charged: the start of the day of activation in the customer's zone. */
    billableFrom: at("billable_from"),
    termEndsAt: at("term_ends_at"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("subscription_order").on(table.operatorId, table.orderId),
    index("subscription_owner").on(table.operatorId, table.ownerPath),
    foreignKey({ columns: [table.operatorId, table.orderId], foreignColumns: [order.operatorId, order.id] }),
    ...unpriced(table),
  ],
);

export const subscriptionItem = app.table(
  "subscription_item",
  {
    operatorId: operatorId(),
    id: id<"subscriptionItem">("id").notNull(),
    subscriptionId: id<"subscription">("subscription_id").notNull(),
    orderItemId: id<"orderItem">("order_item_id").notNull(),
    itemId: id<"item">("item_id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    charge: text("charge").$type<ChargeKind>().notNull(),
    meterId: id<"meter">("meter_id"),
    taxClass: text("tax_class").notNull(),
    quantity: quantity("quantity").notNull(),
    validFrom: at("valid_from").notNull(),
    validTo: at("valid_to"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("subscription_item_subscription").on(table.operatorId, table.subscriptionId),
    foreignKey({
      columns: [table.operatorId, table.subscriptionId],
      foreignColumns: [subscription.operatorId, subscription.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.orderItemId],
      foreignColumns: [orderItem.operatorId, orderItem.id],
    }),
    ...unpriced(table, table.supplierId),
  ],
);
