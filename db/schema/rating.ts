import { bigint, foreignKey, index, integer, jsonb, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ChargeKind } from "@/server/offer/rules/vocabulary";
import type { LegKind } from "@/server/quote/rules/vocabulary";
import type { Working } from "@/server/usage/rules/vocabulary";
import { app, at, currency, id, leg, minorUnits, operatorId, quantity, treePath, unpriced } from "../columns";
import { orderLeg } from "./order";

/**
 * What is to be charged for one subscription item and window: measured usage up to a batch, or a fee.
 * Usage rows are those of the item with `usedAt` in the window and `batchAfter < batch <= batchUpTo`;
 * count, sum and digest prove that they are the same rows.
 */
export const ratedItem = app.table(
  "rated_item",
  {
    operatorId: operatorId(),
    id: id<"ratedItem">("id").notNull(),
    billRunId: id<"billRun">("bill_run_id").notNull(),
    subscriptionId: id<"subscription">("subscription_id").notNull(),
    subscriptionItemId: id<"subscriptionItem">("subscription_item_id").notNull(),
    orderItemId: id<"orderItem">("order_item_id").notNull(),
    charge: text("charge").$type<ChargeKind>().notNull(),
    meterId: id<"meter">("meter_id"),
    from: at("from").notNull(),
    to: at("to").notNull(),
    /**
     * Days of the period that are charged, of how many; both are the period's length unless it is
     * prorated.
     */
    daysCharged: integer("days_charged").notNull(),
    daysOfPeriod: integer("days_of_period").notNull(),
    batchAfter: bigint("batch_after", { mode: "bigint" }).notNull(),
    batchUpTo: bigint("batch_up_to", { mode: "bigint" }).notNull(),
    /** Usage of the same window that earlier items already charged: tiers go on from there. */
    quantityBefore: quantity("quantity_before").notNull(),
    quantity: quantity("quantity").notNull(),
    rows: integer("rows").notNull(),
    digest: text("digest").notNull(),
    ratedAt: at("rated_at").notNull(),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("rated_item_once").on(
      table.operatorId,
      table.subscriptionItemId,
      table.from,
      table.to,
      table.batchUpTo,
    ),
    index("rated_item_run").on(table.operatorId, table.billRunId),
    ...unpriced(table),
  ],
);

/** What a rated item costs on one edge, with how it was worked out. */
export const ratedLeg = app.table(
  "rated_leg",
  {
    operatorId: operatorId(),
    id: id<"lineLeg">("id").notNull(),
    ratedItemId: id<"ratedItem">("rated_item_id").notNull(),
    orderLegId: id<"orderLeg">("order_leg_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind").$type<LegKind>().notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    buyerId: id<"party">("buyer_id").notNull(),
    payerId: id<"party">("payer_id"),
    payeeId: id<"party">("payee_id"),
    priceVersionId: id<"priceVersion">("price_version_id").notNull(),
    currency: currency().notNull(),
    listAmount: minorUnits("list_amount").notNull(),
    discountAmount: minorUnits("discount_amount").notNull(),
    discountBearerId: id<"party">("discount_bearer_id"),
    /** listAmount − discountAmount. */
    amount: minorUnits("amount").notNull(),
    working: jsonb("working").$type<Working>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("rated_leg_number").on(table.operatorId, table.ratedItemId, table.number),
    foreignKey({
      columns: [table.operatorId, table.ratedItemId],
      foreignColumns: [ratedItem.operatorId, ratedItem.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.orderLegId],
      foreignColumns: [orderLeg.operatorId, orderLeg.id],
    }),
    ...leg(table),
  ],
);
