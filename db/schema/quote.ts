import { foreignKey, index, integer, jsonb, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ChargeKind, PinnedPrice } from "@/server/offer/rules/vocabulary";
import type { ChainSnapshot } from "@/server/party/rules/vocabulary";
import type { LegKind, QuoteStatus } from "@/server/quote/rules/vocabulary";
import {
  app,
  at,
  currency,
  id,
  leg,
  minorUnits,
  operatorId,
  ppm,
  quantity,
  treePath,
  unpriced,
} from "../columns";

/** A partner's proposal to a customer; what it says is in its versions. */
export const quote = app.table(
  "quote",
  {
    operatorId: operatorId(),
    id: id<"quote">("id").notNull(),
    number: text("number").notNull(),
    partnerId: id<"party">("partner_id").notNull(),
    customerId: id<"party">("customer_id").notNull(),
    offerId: id<"offer">("offer_id").notNull(),
    /** The outside marketplace the deal comes through, or null for a direct deal. */
    marketplaceId: id<"party">("marketplace_id"),
    /** A repeat of the key with the same body finds this quote; with another body it is refused. */
    requestKey: text("request_key").notNull(),
    requestDigest: text("request_digest").notNull(),
    createdBy: id<"user">("created_by"),
    createdByName: text("created_by_name").notNull(),
    createdAt: at("created_at").notNull(),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("quote_number").on(table.operatorId, table.number),
    unique("quote_request").on(table.operatorId, table.partnerId, table.requestKey),
    index("quote_owner").on(table.operatorId, table.ownerPath),
    ...unpriced(table),
  ],
);

/** One wording of a quote, with the chain and the offer version it was made from. Only a draft changes. */
export const quoteVersion = app.table(
  "quote_version",
  {
    operatorId: operatorId(),
    id: id<"quoteVersion">("id").notNull(),
    quoteId: id<"quote">("quote_id").notNull(),
    number: integer("number").notNull(),
    status: text("status").$type<QuoteStatus>().notNull(),
    offerVersionId: id<"offerVersion">("offer_version_id").notNull(),
    chain: jsonb("chain").$type<ChainSnapshot>().notNull(),
    termMonths: integer("term_months").notNull(),
    /** It can be accepted before this instant, which is the end of a day of the partner's. */
    validUntil: at("valid_until").notNull(),
    createdAt: at("created_at").notNull(),
    submittedAt: at("submitted_at"),
    approvedAt: at("approved_at"),
    sentAt: at("sent_at"),
    acceptedAt: at("accepted_at"),
    acceptedByName: text("accepted_by_name"),
    acceptKey: text("accept_key"),
    /** When it was declined, expired or voided. */
    endedAt: at("ended_at"),
    declinedReason: text("declined_reason"),
    voidedReason: text("voided_reason"),
    approvalId: id<"approval">("approval_id"),
    /** Digest of lines, legs and discount; what an approval and an acceptance refer to. */
    digest: text("digest"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("quote_version_number").on(table.operatorId, table.quoteId, table.number),
    unique("quote_version_accept").on(table.operatorId, table.ownerPath, table.acceptKey),
    index("quote_version_status").on(table.operatorId, table.status),
    foreignKey({ columns: [table.operatorId, table.quoteId], foreignColumns: [quote.operatorId, quote.id] }),
    ...unpriced(table),
  ],
);

export const quoteLine = app.table(
  "quote_line",
  {
    operatorId: operatorId(),
    id: id<"quoteLine">("id").notNull(),
    quoteVersionId: id<"quoteVersion">("quote_version_id").notNull(),
    position: integer("position").notNull(),
    componentId: id<"component">("component_id").notNull(),
    itemId: id<"item">("item_id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    charge: text("charge").$type<ChargeKind>().notNull(),
    /** For usage, the quantity a month that the estimate assumes. */
    quantity: quantity("quantity").notNull(),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("quote_line_version").on(table.operatorId, table.quoteVersionId),
    foreignKey({
      columns: [table.operatorId, table.quoteVersionId],
      foreignColumns: [quoteVersion.operatorId, quoteVersion.id],
    }),
    ...unpriced(table),
  ],
);

/**
 * What one line costs on one edge of the chain; leg 0 is the supplier's price to the operator, the last
 * sale is the customer's. Seller and buyer are those of record: title passes along buy-sell edges only. A
 * share repeats the sale it is based on (seller, buyer, price, amounts); what it earns is its rate of
 * `amount`.
 */
export const quoteLeg = app.table(
  "quote_leg",
  {
    operatorId: operatorId(),
    id: id<"quoteLeg">("id").notNull(),
    quoteVersionId: id<"quoteVersion">("quote_version_id").notNull(),
    quoteLineId: id<"quoteLine">("quote_line_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind").$type<LegKind>().notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    buyerId: id<"party">("buyer_id").notNull(),
    payerId: id<"party">("payer_id"),
    payeeId: id<"party">("payee_id"),
    /** For a share: of the leg's net, in parts per million, by this agreement version. */
    shareRate: ppm("share_rate"),
    agreementVersionId: id<"agreementVersion">("agreement_version_id"),
    priceVersionId: id<"priceVersion">("price_version_id").notNull(),
    price: jsonb("price").$type<PinnedPrice>().notNull(),
    currency: currency().notNull(),
    /**
     * Percent off this leg's price, in parts per million, and who bears it. Only the customer's sale has
     * one, and shares based on it.
     */
    discountRate: ppm("discount_rate").notNull(),
    discountBearerId: id<"party">("discount_bearer_id"),
    /** For the line's quantity: before discount, and what is charged. */
    listAmount: minorUnits("list_amount").notNull(),
    amount: minorUnits("amount").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("quote_leg_number").on(table.operatorId, table.quoteLineId, table.number),
    index("quote_leg_version").on(table.operatorId, table.quoteVersionId),
    foreignKey({
      columns: [table.operatorId, table.quoteLineId],
      foreignColumns: [quoteLine.operatorId, quoteLine.id],
    }),
    ...leg(table),
  ],
);
