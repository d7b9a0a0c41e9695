import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type {
  ParkedReason,
  ParkedStatus,
  UsageFileStatus,
  UsageFormat,
} from "@/server/usage/rules/vocabulary";
import {
  app,
  at,
  id,
  operatorId,
  operatorOnly,
  priced,
  quantity,
  treePath,
  unitPrice,
  unpriced,
} from "../columns";

/** A feed of usage: who sends it and in which form. */
export const usageSource = app.table(
  "usage_source",
  {
    operatorId: operatorId(),
    id: id<"usageSource">("id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    name: text("name").notNull(),
    format: text("format").$type<UsageFormat>().notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.operatorId, table.id] }), ...priced(table, table.supplierId)],
);

/** One file as it came in. Rows read = accepted + duplicate + parked + rejected. */
export const usageFile = app.table(
  "usage_file",
  {
    operatorId: operatorId(),
    id: id<"usageFile">("id").notNull(),
    sourceId: id<"usageSource">("source_id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of the content; the same content is taken once for ever. */
    digest: text("digest").notNull(),
    bytes: bigint("bytes", { mode: "bigint" }).notNull(),
    /** Where the content is kept, in the storage of uploads. */
    storageKey: text("storage_key").notNull(),
    status: text("status").$type<UsageFileStatus>().notNull(),
    receivedAt: at("received_at").notNull(),
    receivedByName: text("received_by_name").notNull(),
    finishedAt: at("finished_at"),
    rowsRead: integer("rows_read").notNull(),
    rowsAccepted: integer("rows_accepted").notNull(),
    rowsDuplicate: integer("rows_duplicate").notNull(),
    rowsParked: integer("rows_parked").notNull(),
    rowsRejected: integer("rows_rejected").notNull(),
    /** Why the whole file was refused: names the file, row, column and reason. */
    error: text("error"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("usage_file_digest").on(table.operatorId, table.sourceId, table.digest),
    index("usage_file_received").on(table.operatorId, table.receivedAt),
    foreignKey({
      columns: [table.operatorId, table.sourceId],
      foreignColumns: [usageSource.operatorId, usageSource.id],
    }),
    ...priced(table, table.supplierId),
  ],
);

/** Which subscription a supplier's sub-account is. */
export const usageAccount = app.table(
  "usage_account",
  {
    operatorId: operatorId(),
    sourceId: id<"usageSource">("source_id").notNull(),
    account: text("account").notNull(),
    subscriptionId: id<"subscription">("subscription_id").notNull(),
    validFrom: at("valid_from").notNull(),
    addedByName: text("added_by_name").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.sourceId, table.account] }),
    ...operatorOnly(table),
  ],
);

/**
 * Which meter a supplier's service and SKU feed (`*` is every SKU of the service), and by which factor. It
 * holds for one unit of the file: a supplier that begins to count in another unit is asked about.
 */
export const usageMeter = app.table(
  "usage_meter",
  {
    operatorId: operatorId(),
    sourceId: id<"usageSource">("source_id").notNull(),
    service: text("service").notNull(),
    sku: text("sku").notNull(),
    unit: text("unit").notNull(),
    meterId: id<"meter">("meter_id").notNull(),
    /** Meter units in one unit of the file. */
    factor: unitPrice("factor").notNull(),
    addedByName: text("added_by_name").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.sourceId, table.service, table.sku, table.unit] }),
    ...operatorOnly(table),
  ],
);

/**
 * A stretch of a file's rows that was taken in one transaction: a file that is begun again goes on after
 * it.
 */
export const usageChunk = app.table(
  "usage_chunk",
  {
    operatorId: operatorId(),
    fileId: id<"usageFile">("file_id").notNull(),
    number: integer("number").notNull(),
    rowsRead: integer("rows_read").notNull(),
    rowsAccepted: integer("rows_accepted").notNull(),
    rowsDuplicate: integer("rows_duplicate").notNull(),
    rowsParked: integer("rows_parked").notNull(),
    rowsRejected: integer("rows_rejected").notNull(),
    takenAt: at("taken_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.fileId, table.number] }),
    ...operatorOnly(table),
  ],
);

/** Gapless numbers of closed chunks per operator: rows are ratable from the moment their batch is closed. */
export const usageBatch = app.table(
  "usage_batch",
  {
    operatorId: operatorId(),
    number: bigint("number", { mode: "bigint" }).notNull(),
    fileId: id<"usageFile">("file_id").notNull(),
    rows: integer("rows").notNull(),
    closedAt: at("closed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.operatorId, table.number] }), ...operatorOnly(table)],
);

/**
 * A measured fact. Append-only; never updated, never linked back: a rated item names its rows by window
 * and batch.
 */
export const usageEvent = app.table(
  "usage_event",
  {
    operatorId: operatorId(),
    sourceId: id<"usageSource">("source_id").notNull(),
    /** The row's identity at its source, hashed to 16 bytes, beginning with the day it was used (UTC). */
    key: uuid("key").notNull(),
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    subscriptionItemId: id<"subscriptionItem">("subscription_item_id").notNull(),
    meterId: id<"meter">("meter_id").notNull(),
    usedAt: at("used_at").notNull(),
    quantity: quantity("quantity").notNull(),
    /** Of what the source said was used, by whom and when; the same key with another hash is a conflict. */
    rowHash: uuid("row_hash").notNull(),
    fileId: id<"usageFile">("file_id").notNull(),
    rowNumber: integer("row_number").notNull(),
    receivedAt: at("received_at").notNull(),
    /** What the supplier calls the thing that was used. */
    resource: text("resource"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    // What tells rows apart comes first: every insert compares its way down these, and ids are long.
    primaryKey({ columns: [table.key, table.sourceId, table.operatorId] }),
    index("usage_event_window").on(table.subscriptionItemId, table.usedAt),
    /** Files come in one after the other, so a few kilobytes tell where in the table one stands. */
    index("usage_event_file").using("brin", table.fileId, table.rowNumber).with({ autosummarize: true }),
    ...unpriced(table),
  ],
);

/**
 * Proves which rows were charged, in whatever order they are read: the sum of a hash of each row's key and
 * content. Postgres keeps `uuid_hash_extended` stable across versions, because hash partitions depend on
 * it.
 */
export const rowsDigest = sql<string>`coalesce(sum(
  uuid_hash_extended(${usageEvent.key}, uuid_hash_extended(${usageEvent.rowHash}, 0))), 0)::text`;

/** A row that is sound but matched nothing, or that contradicts one already taken; it waits for somebody. */
export const usageParked = app.table(
  "usage_parked",
  {
    operatorId: operatorId(),
    fileId: id<"usageFile">("file_id").notNull(),
    rowNumber: integer("row_number").notNull(),
    sourceId: id<"usageSource">("source_id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    reason: text("reason").$type<ParkedReason>().notNull(),
    message: text("message").notNull(),
    account: text("account").notNull(),
    service: text("service").notNull(),
    sku: text("sku").notNull(),
    unit: text("unit").notNull(),
    quantity: quantity("quantity").notNull(),
    usedAt: at("used_at").notNull(),
    key: uuid("key").notNull(),
    rowHash: uuid("row_hash").notNull(),
    resource: text("resource"),
    status: text("status").$type<ParkedStatus>().notNull(),
    parkedAt: at("parked_at").notNull(),
    settledAt: at("settled_at"),
    settledByName: text("settled_by_name"),
    /** Why it was written off. */
    settledBecause: text("settled_because"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.fileId, table.rowNumber] }),
    index("usage_parked_open").on(table.operatorId, table.status, table.reason, table.account),
    index("usage_parked_key").on(table.operatorId, table.sourceId, table.key),
    ...priced(table, table.supplierId),
  ],
);

/** A row that could not be read, with the place and the reason. */
export const usageRejected = app.table(
  "usage_rejected",
  {
    operatorId: operatorId(),
    fileId: id<"usageFile">("file_id").notNull(),
    rowNumber: integer("row_number").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    column: text("column").notNull(),
    reason: text("reason").notNull(),
    /** At most 500 characters of what stood there. */
    value: text("value").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.fileId, table.rowNumber] }),
    ...priced(table, table.supplierId),
  ],
);
