import { foreignKey, index, integer, jsonb, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type {
  ChargeKind,
  OfferStatus,
  PriceModel,
  PriceTier,
  PriceVersionStatus,
  Recipe,
} from "@/server/offer/rules/vocabulary";
import {
  app,
  at,
  currency,
  id,
  operatorId,
  operatorOnly,
  priced,
  published,
  quantity,
  shared,
  unitPrice,
} from "../columns";

/** What a supplier delivers. */
export const product = app.table(
  "product",
  {
    operatorId: operatorId(),
    id: id<"product">("id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    name: text("name").notNull(),
    family: text("family").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.operatorId, table.id] }), ...shared(table)],
);

/** What is measured, and in which unit. */
export const meter = app.table(
  "meter",
  {
    operatorId: operatorId(),
    id: id<"meter">("id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("meter_key").on(table.operatorId, table.key),
    ...shared(table),
  ],
);

/** One thing that can be charged for: a SKU, how it is charged, taxed and fulfilled. */
export const productItem = app.table(
  "product_item",
  {
    operatorId: operatorId(),
    id: id<"item">("id").notNull(),
    productId: id<"product">("product_id").notNull(),
    supplierId: id<"party">("supplier_id").notNull(),
    sku: text("sku").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    charge: text("charge").$type<ChargeKind>().notNull(),
    meterId: id<"meter">("meter_id"),
    taxClass: text("tax_class"),
    recipe: jsonb("recipe").$type<Recipe>(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("product_item_sku").on(table.operatorId, table.supplierId, table.sku),
    index("product_item_product").on(table.operatorId, table.productId),
    foreignKey({
      columns: [table.operatorId, table.productId],
      foreignColumns: [product.operatorId, product.id],
    }),
    ...shared(table),
  ],
);

/** What is sold; partners see it once a version is published. */
export const offer = app.table(
  "offer",
  {
    operatorId: operatorId(),
    id: id<"offer">("id").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    summary: text("summary").notNull(),
    family: text("family").notNull(),
    createdAt: at("created_at").notNull(),
    publishedAt: at("published_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("offer_code").on(table.operatorId, table.code),
    ...published(table),
  ],
);

/** One edition of an offer. Only a draft changes; what was published stays as it was. */
export const offerVersion = app.table(
  "offer_version",
  {
    operatorId: operatorId(),
    id: id<"offerVersion">("id").notNull(),
    offerId: id<"offer">("offer_id").notNull(),
    number: integer("number").notNull(),
    status: text("status").$type<OfferStatus>().notNull(),
    termMonths: integer("term_months").notNull(),
    submittedBy: id<"user">("submitted_by"),
    createdAt: at("created_at").notNull(),
    publishedAt: at("published_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("offer_version_number").on(table.operatorId, table.offerId, table.number),
    foreignKey({ columns: [table.operatorId, table.offerId], foreignColumns: [offer.operatorId, offer.id] }),
    ...published(table),
  ],
);

/** One item inside an offer version, with how many may be ordered. */
export const offerComponent = app.table(
  "offer_component",
  {
    operatorId: operatorId(),
    id: id<"component">("id").notNull(),
    offerVersionId: id<"offerVersion">("offer_version_id").notNull(),
    itemId: id<"item">("item_id").notNull(),
    position: integer("position").notNull(),
    quantityMin: quantity("quantity_min").notNull(),
    quantityMax: quantity("quantity_max"),
    quantityDefault: quantity("quantity_default").notNull(),
    publishedAt: at("published_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("offer_component_item").on(table.operatorId, table.offerVersionId, table.itemId),
    foreignKey({
      columns: [table.operatorId, table.offerVersionId],
      foreignColumns: [offerVersion.operatorId, offerVersion.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.itemId],
      foreignColumns: [productItem.operatorId, productItem.id],
    }),
    ...published(table),
  ],
);

/**
 * The prices of one step of the chain: what `seller` charges. `reader` is the other party that may know them:
 * the buyer of a wholesale list, the partner that quotes from a retail list, the operator for a cost list.
 */
export const priceList = app.table(
  "price_list",
  {
    operatorId: operatorId(),
    id: id<"priceList">("id").notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    readerId: id<"party">("reader_id"),
    audience: text("audience").$type<"cost" | "wholesale" | "retail">().notNull(),
    name: text("name").notNull(),
    currency: currency().notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    // One list a route and currency, so that a price is found in one place.
    unique("price_list_route")
      .on(table.operatorId, table.sellerId, table.readerId, table.audience, table.currency)
      .nullsNotDistinct(),
    ...priced(table, table.sellerId, table.readerId),
  ],
);

/** An edition of a price list. exclusion: no two scheduled or active versions of a list overlap in time. */
export const priceVersion = app.table(
  "price_version",
  {
    operatorId: operatorId(),
    id: id<"priceVersion">("id").notNull(),
    priceListId: id<"priceList">("price_list_id").notNull(),
    number: integer("number").notNull(),
    status: text("status").$type<PriceVersionStatus>().notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    readerId: id<"party">("reader_id"),
    validFrom: at("valid_from"),
    validTo: at("valid_to"),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("price_version_number").on(table.operatorId, table.priceListId, table.number),
    foreignKey({
      columns: [table.operatorId, table.priceListId],
      foreignColumns: [priceList.operatorId, priceList.id],
    }),
    ...priced(table, table.sellerId, table.readerId),
  ],
);

/** What one item costs in one version; unchangeable once the version is active. */
export const price = app.table(
  "price",
  {
    operatorId: operatorId(),
    priceVersionId: id<"priceVersion">("price_version_id").notNull(),
    itemId: id<"item">("item_id").notNull(),
    sellerId: id<"party">("seller_id").notNull(),
    readerId: id<"party">("reader_id"),
    model: text("model").$type<PriceModel>().notNull(),
    /** For `per_unit` and `flat`; a flat price is charged once whatever the quantity. */
    unitPrice: unitPrice("unit_price"),
    /** For `graduated`. */
    tiers: jsonb("tiers").$type<readonly PriceTier[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.priceVersionId, table.itemId] }),
    foreignKey({
      columns: [table.operatorId, table.priceVersionId],
      foreignColumns: [priceVersion.operatorId, priceVersion.id],
    }),
    ...priced(table, table.sellerId, table.readerId),
  ],
);

/** What the rehearsal of a draft found; publishing needs a pass for exactly the draft's digest. */
export const rehearsal = app.table(
  "rehearsal",
  {
    operatorId: operatorId(),
    id: id<"rehearsal">("id").notNull(),
    offerVersionId: id<"offerVersion">("offer_version_id").notNull(),
    digest: text("digest").notNull(),
    passed: text("passed").$type<"yes" | "no">().notNull(),
    findings: jsonb("findings")
      .$type<readonly { readonly check: string; readonly passed: boolean; readonly sentence: string }[]>()
      .notNull(),
    rehearsedAt: at("rehearsed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("rehearsal_version").on(table.operatorId, table.offerVersionId),
    ...operatorOnly(table),
  ],
);
