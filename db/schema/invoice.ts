import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Addressee, BillRunStatus, InvoiceStatus, ShardStatus } from "@/server/invoice/rules/vocabulary";
import type { ChargeKind } from "@/server/offer/rules/vocabulary";
import {
  app,
  at,
  currency,
  id,
  minorUnits,
  operatorId,
  operatorOnly,
  ppm,
  priced,
  quantity,
} from "../columns";
import { ratedItem } from "./rating";

/**
 * One run over everything that is due until `until`; the control row is the truth, the engine only
 * schedules.
 */
export const billRun = app.table(
  "bill_run",
  {
    operatorId: operatorId(),
    id: id<"billRun">("id").notNull(),
    number: text("number").notNull(),
    until: at("until").notNull(),
    status: text("status").$type<BillRunStatus>().notNull(),
    requestedByName: text("requested_by_name").notNull(),
    requestedAt: at("requested_at").notNull(),
    finishedAt: at("finished_at"),
    /** Usage batches up to this one are charged. */
    watermark: minorUnits("watermark").notNull(),
    shards: integer("shards").notNull(),
    invoices: integer("invoices").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("bill_run_until").on(table.operatorId, table.until),
    ...operatorOnly(table),
  ],
);

/** A range of subscriptions, `[first, last]`, done in one transaction; a second try finds it done. */
export const billShard = app.table(
  "bill_shard",
  {
    operatorId: operatorId(),
    billRunId: id<"billRun">("bill_run_id").notNull(),
    number: integer("number").notNull(),
    first: id<"subscription">("first").notNull(),
    last: id<"subscription">("last").notNull(),
    status: text("status").$type<ShardStatus>().notNull(),
    items: integer("items").notNull(),
    invoices: integer("invoices").notNull(),
    doneAt: at("done_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.billRunId, table.number] }),
    foreignKey({
      columns: [table.operatorId, table.billRunId],
      foreignColumns: [billRun.operatorId, billRun.id],
    }),
    ...operatorOnly(table),
  ],
);

/**
 * What a customer owes the seller of record; the operator issues and collects it on the seller's behalf.
 * `readerId` is the partner that sold it on commission and may see the customer's price.
 * Immutable once issued, but for its payment status.
 */
export const invoice = app.table(
  "invoice",
  {
    operatorId: operatorId(),
    id: id<"invoice">("id").notNull(),
    billRunId: id<"billRun">("bill_run_id").notNull(),
    shard: integer("shard").notNull(),
    /** Gapless per legal entity and series, given in the last step of the run. */
    number: text("number"),
    legalEntityId: id<"party">("legal_entity_id").notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    readerId: id<"party">("reader_id"),
    subscriptionId: id<"subscription">("subscription_id").notNull(),
    seller: jsonb("seller").$type<Addressee>().notNull(),
    customer: jsonb("customer").$type<Addressee>().notNull(),
    status: text("status").$type<InvoiceStatus>().notNull(),
    from: at("from").notNull(),
    to: at("to").notNull(),
    timeZone: text("time_zone").notNull(),
    currency: currency().notNull(),
    net: minorUnits("net").notNull(),
    tax: minorUnits("tax").notNull(),
    gross: minorUnits("gross").notNull(),
    paid: minorUnits("paid").notNull(),
    issuedAt: at("issued_at"),
    dueAt: at("due_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("invoice_once").on(table.operatorId, table.billRunId, table.subscriptionId),
    unique("invoice_number").on(table.operatorId, table.legalEntityId, table.number),
    index("invoice_issued").on(table.operatorId, table.issuedAt),
    index("invoice_seller").on(table.operatorId, table.sellerId, table.issuedAt),
    index("invoice_customer").on(table.operatorId, table.customerId),
    index("invoice_subscription").on(table.operatorId, table.subscriptionId),
    index("invoice_open")
      .on(table.operatorId, table.dueAt)
      .where(sql`${table.status} in ('issued', 'partially_paid')`),
    ...priced(table, table.sellerId, table.customerId, table.readerId),
  ],
);

export const invoiceLine = app.table(
  "invoice_line",
  {
    operatorId: operatorId(),
    id: id<"invoiceLine">("id").notNull(),
    invoiceId: id<"invoice">("invoice_id").notNull(),
    ratedItemId: id<"ratedItem">("rated_item_id").notNull(),
    position: integer("position").notNull(),
    description: text("description").notNull(),
    charge: text("charge").$type<ChargeKind>().notNull(),
    quantity: quantity("quantity").notNull(),
    unit: text("unit").notNull(),
    from: at("from").notNull(),
    to: at("to").notNull(),
    currency: currency().notNull(),
    /** Before and after the discount; `net` is the amount of the customer's leg. */
    listAmount: minorUnits("list_amount").notNull(),
    net: minorUnits("net").notNull(),
    taxCategory: text("tax_category").notNull(),
    taxRate: ppm("tax_rate").notNull(),
    /** This line's part of its category's tax, by largest remainder. */
    tax: minorUnits("tax").notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    readerId: id<"party">("reader_id"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("invoice_line_rated").on(table.operatorId, table.ratedItemId),
    index("invoice_line_invoice").on(table.operatorId, table.invoiceId),
    foreignKey({
      columns: [table.operatorId, table.invoiceId],
      foreignColumns: [invoice.operatorId, invoice.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.ratedItemId],
      foreignColumns: [ratedItem.operatorId, ratedItem.id],
    }),
    ...priced(table, table.sellerId, table.customerId, table.readerId),
  ],
);

/**
 * Tax of one category of an invoice: the sum of its nets times the rate, rounded once (EN 16931, BR-
 * CO-17).
 */
export const invoiceTax = app.table(
  "invoice_tax",
  {
    operatorId: operatorId(),
    invoiceId: id<"invoice">("invoice_id").notNull(),
    category: text("category").notNull(),
    rate: ppm("rate").notNull(),
    base: minorUnits("base").notNull(),
    tax: minorUnits("tax").notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    readerId: id<"party">("reader_id"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.invoiceId, table.category, table.rate] }),
    foreignKey({
      columns: [table.operatorId, table.invoiceId],
      foreignColumns: [invoice.operatorId, invoice.id],
    }),
    ...priced(table, table.sellerId, table.customerId, table.readerId),
  ],
);

/** Money that came in for an invoice. `requestKey` makes the same payment, submitted twice, one. */
export const payment = app.table(
  "payment",
  {
    operatorId: operatorId(),
    id: id<"payment">("id").notNull(),
    invoiceId: id<"invoice">("invoice_id").notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    reference: text("reference").notNull(),
    requestKey: text("request_key").notNull(),
    requestDigest: text("request_digest").notNull(),
    receivedAt: at("received_at").notNull(),
    recordedByName: text("recorded_by_name").notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    readerId: id<"party">("reader_id"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("payment_request").on(table.operatorId, table.requestKey),
    index("payment_invoice").on(table.operatorId, table.invoiceId),
    foreignKey({
      columns: [table.operatorId, table.invoiceId],
      foreignColumns: [invoice.operatorId, invoice.id],
    }),
    ...priced(table, table.sellerId, table.customerId, table.readerId),
  ],
);

/** The part of a payment that paid one line: its net and its tax, by largest remainder over what is open. */
export const paymentAllocation = app.table(
  "payment_allocation",
  {
    operatorId: operatorId(),
    paymentId: id<"payment">("payment_id").notNull(),
    invoiceLineId: id<"invoiceLine">("invoice_line_id").notNull(),
    net: minorUnits("net").notNull(),
    tax: minorUnits("tax").notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    readerId: id<"party">("reader_id"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.paymentId, table.invoiceLineId] }),
    foreignKey({
      columns: [table.operatorId, table.paymentId],
      foreignColumns: [payment.operatorId, payment.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.invoiceLineId],
      foreignColumns: [invoiceLine.operatorId, invoiceLine.id],
    }),
    ...priced(table, table.sellerId, table.customerId, table.readerId),
  ],
);
