import { foreignKey, index, integer, jsonb, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ChargeKind, PinnedPrice, Recipe } from "@/server/offer/rules/vocabulary";
import type { OrderItemStatus, OrderStatus } from "@/server/order/rules/vocabulary";
import type { ChainSnapshot } from "@/server/party/rules/vocabulary";
import type { LegKind } from "@/server/quote/rules/vocabulary";
import { app, at, currency, id, leg, operatorId, ppm, quantity, treePath, unpriced } from "../columns";
import { quoteVersion } from "./quote";

/** What a customer bought. It carries the terms it was bought under; one quote version becomes one order. */
export const order = app.table(
  "order",
  {
    operatorId: operatorId(),
    id: id<"order">("id").notNull(),
    number: text("number").notNull(),
    quoteVersionId: id<"quoteVersion">("quote_version_id").notNull(),
    offerVersionId: id<"offerVersion">("offer_version_id").notNull(),
    offerName: text("offer_name").notNull(),
    partnerId: id<"party">("partner_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    marketplaceId: id<"party">("marketplace_id"),
    family: text("family").notNull(),
    status: text("status").$type<OrderStatus>().notNull(),
    chain: jsonb("chain").$type<ChainSnapshot>().notNull(),
    currency: currency().notNull(),
    timeZone: text("time_zone").notNull(),
    termMonths: integer("term_months").notNull(),
    placedAt: at("placed_at").notNull(),
    completedAt: at("completed_at"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("order_number").on(table.operatorId, table.number),
    unique("order_of_quote").on(table.operatorId, table.quoteVersionId),
    index("order_owner").on(table.operatorId, table.ownerPath),
    foreignKey({
      columns: [table.operatorId, table.quoteVersionId],
      foreignColumns: [quoteVersion.operatorId, quoteVersion.id],
    }),
    ...unpriced(table),
  ],
);

export const orderItem = app.table(
  "order_item",
  {
    operatorId: operatorId(),
    id: id<"orderItem">("id").notNull(),
    orderId: id<"order">("order_id").notNull(),
    quoteLineId: id<"quoteLine">("quote_line_id").notNull(),
    position: integer("position").notNull(),
    itemId: id<"item">("item_id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    sku: text("sku").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    charge: text("charge").$type<ChargeKind>().notNull(),
    meterId: id<"meter">("meter_id"),
    taxClass: text("tax_class").notNull(),
    recipe: jsonb("recipe").$type<Recipe>().notNull(),
    quantity: quantity("quantity").notNull(),
    status: text("status").$type<OrderItemStatus>().notNull(),
    completedAt: at("completed_at"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("order_item_order").on(table.operatorId, table.orderId),
    foreignKey({ columns: [table.operatorId, table.orderId], foreignColumns: [order.operatorId, order.id] }),
    ...unpriced(table, table.supplierId),
  ],
);

/** The price of one order item on one edge, copied from the quote when it was accepted. Never changed. */
export const orderLeg = app.table(
  "order_leg",
  {
    operatorId: operatorId(),
    id: id<"orderLeg">("id").notNull(),
    orderId: id<"order">("order_id").notNull(),
    orderItemId: id<"orderItem">("order_item_id").notNull(),
    quoteLegId: id<"quoteLeg">("quote_leg_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind").$type<LegKind>().notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    buyerId: id<"party">("buyer_id").notNull(),
    payerId: id<"party">("payer_id"),
    payeeId: id<"party">("payee_id"),
    shareRate: ppm("share_rate"),
    agreementVersionId: id<"agreementVersion">("agreement_version_id"),
    priceVersionId: id<"priceVersion">("price_version_id").notNull(),
    price: jsonb("price").$type<PinnedPrice>().notNull(),
    currency: currency().notNull(),
    discountRate: ppm("discount_rate").notNull(),
    discountBearerId: id<"party">("discount_bearer_id"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("order_leg_number").on(table.operatorId, table.orderItemId, table.number),
    index("order_leg_order").on(table.operatorId, table.orderId),
    foreignKey({
      columns: [table.operatorId, table.orderItemId],
      foreignColumns: [orderItem.operatorId, orderItem.id],
    }),
    ...leg(table),
  ],
);
