import { foreignKey, index, integer, jsonb, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Derivation, RuleBody, RuleStatus, SettlementKind } from "@/server/settlement/rules/vocabulary";
import { app, at, currency, id, minorUnits, operatorId, operatorOnly, ppm, priced } from "../columns";
import { invoiceLine, payment } from "./invoice";

/** How a line is divided, for one product family and deal route. Exactly one version is active at a time. */
export const ruleVersion = app.table(
  "rule_version",
  {
    operatorId: operatorId(),
    id: id<"ruleVersion">("id").notNull(),
    name: text("name").notNull(),
    number: integer("number").notNull(),
    status: text("status").$type<RuleStatus>().notNull(),
    /** `*` is every family. */
    family: text("family").notNull(),
    /** Deals that come through this marketplace; null is direct deals. */
    marketplaceId: id<"party">("marketplace_id"),
    body: jsonb("body").$type<RuleBody>().notNull(),
    validFrom: at("valid_from").notNull(),
    validTo: at("valid_to"),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("rule_version_number").on(table.operatorId, table.name, table.number),
    ...operatorOnly(table),
  ],
);

/**
 * What one party gets, or gives, of one invoice line. For every line, the amounts of all its settlement
 * lines add up to the line's net. Never changed: a correction is a new row. The derivation holds only what
 * the party may see; a share's payer sees it too.
 */
export const settlementLine = app.table(
  "settlement_line",
  {
    operatorId: operatorId(),
    id: id<"settlementLine">("id").notNull(),
    invoiceLineId: id<"invoiceLine">("invoice_line_id").notNull(),
    invoiceId: id<"invoice">("invoice_id").notNull(),
    ruleVersionId: id<"ruleVersion">("rule_version_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind").$type<SettlementKind>().notNull(),
    partyId: id<"party">("party_id").notNull(),
    payerId: id<"party">("payer_id"),
    agreementVersionId: id<"agreementVersion">("agreement_version_id"),
    base: minorUnits("base").notNull(),
    rate: ppm("rate"),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    derivation: jsonb("derivation").$type<Derivation>().notNull(),
    /**
     * What the statement shows: the offer, the customer as far as the party may know it, the service
     * period.
     */
    description: text("description").notNull(),
    accruedAt: at("accrued_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("settlement_line_number").on(table.operatorId, table.invoiceLineId, table.number),
    index("settlement_line_party").on(table.operatorId, table.partyId, table.accruedAt),
    index("settlement_line_invoice").on(table.operatorId, table.invoiceId),
    foreignKey({
      columns: [table.operatorId, table.invoiceLineId],
      foreignColumns: [invoiceLine.operatorId, invoiceLine.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.ruleVersionId],
      foreignColumns: [ruleVersion.operatorId, ruleVersion.id],
    }),
    ...priced(table, table.partyId, table.payerId),
  ],
);

/** The part of a settlement line that a payment of its invoice made due. */
export const settlementRelease = app.table(
  "settlement_release",
  {
    operatorId: operatorId(),
    settlementLineId: id<"settlementLine">("settlement_line_id").notNull(),
    paymentId: id<"payment">("payment_id").notNull(),
    partyId: id<"party">("party_id").notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    releasedAt: at("released_at").notNull(),
    /** The end of the agreement's holding days. */
    payableFrom: at("payable_from").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.settlementLineId, table.paymentId] }),
    index("settlement_release_party").on(table.operatorId, table.partyId, table.currency, table.payableFrom),
    foreignKey({
      columns: [table.operatorId, table.settlementLineId],
      foreignColumns: [settlementLine.operatorId, settlementLine.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.paymentId],
      foreignColumns: [payment.operatorId, payment.id],
    }),
    ...priced(table, table.partyId),
  ],
);
