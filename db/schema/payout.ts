import { foreignKey, index, integer, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type {
  PayoutRunStatus,
  PayoutStatus,
  StatementLineKind,
  StatementStatus,
} from "@/server/payout/rules/vocabulary";
import { app, at, currency, id, minorUnits, operatorId, operatorOnly, ppm, priced } from "../columns";
import { settlementLine, settlementRelease } from "./settlement";

/**
 * A proposal to pay everybody what is due at `cutoff`; a second person approves it before any money moves.
 */
export const payoutRun = app.table(
  "payout_run",
  {
    operatorId: operatorId(),
    id: id<"payoutRun">("id").notNull(),
    number: text("number").notNull(),
    cutoff: at("cutoff").notNull(),
    status: text("status").$type<PayoutRunStatus>().notNull(),
    proposedBy: id<"user">("proposed_by"),
    proposedByName: text("proposed_by_name").notNull(),
    proposedAt: at("proposed_at").notNull(),
    approvalId: id<"approval">("approval_id"),
    approvedAt: at("approved_at"),
    executedAt: at("executed_at"),
    cancelledAt: at("cancelled_at"),
    /** Digest of every payout and item; the approval holds for exactly this. */
    digest: text("digest"),
    /** Why the proof of the books stopped the run. */
    proofError: text("proof_error"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("payout_run_number").on(table.operatorId, table.number),
    ...operatorOnly(table),
  ],
);

/** What one party is paid in one run and currency, or why it is not (F-5). */
export const payout = app.table(
  "payout",
  {
    operatorId: operatorId(),
    id: id<"payout">("id").notNull(),
    payoutRunId: id<"payoutRun">("payout_run_id").notNull(),
    partyId: id<"party">("party_id").notNull(),
    currency: currency().notNull(),
    status: text("status").$type<PayoutStatus>().notNull(),
    reason: text("reason").notNull(),
    /** Everything payable that no earlier run took, negative rows included. */
    balance: minorUnits("balance").notNull(),
    minimum: minorUnits("minimum").notNull(),
    gross: minorUnits("gross").notNull(),
    withholdingRate: ppm("withholding_rate").notNull(),
    withheld: minorUnits("withheld").notNull(),
    net: minorUnits("net").notNull(),
    holder: text("holder"),
    iban: text("iban"),
    createdAt: at("created_at").notNull(),
    paidAt: at("paid_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("payout_once").on(table.operatorId, table.payoutRunId, table.partyId, table.currency),
    index("payout_party").on(table.operatorId, table.partyId, table.createdAt),
    foreignKey({
      columns: [table.operatorId, table.payoutRunId],
      foreignColumns: [payoutRun.operatorId, payoutRun.id],
    }),
    ...priced(table, table.partyId),
  ],
);

/** A release that a payout pays. A release is in one payout at most; a cancelled run gives its rows back. */
export const payoutItem = app.table(
  "payout_item",
  {
    operatorId: operatorId(),
    payoutId: id<"payout">("payout_id").notNull(),
    partyId: id<"party">("party_id").notNull(),
    settlementLineId: id<"settlementLine">("settlement_line_id").notNull(),
    paymentId: id<"payment">("payment_id").notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.settlementLineId, table.paymentId] }),
    index("payout_item_payout").on(table.operatorId, table.payoutId),
    foreignKey({
      columns: [table.operatorId, table.payoutId],
      foreignColumns: [payout.operatorId, payout.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.settlementLineId, table.paymentId],
      foreignColumns: [
        settlementRelease.operatorId,
        settlementRelease.settlementLineId,
        settlementRelease.paymentId,
      ],
    }),
    ...priced(table, table.partyId),
  ],
);

/** The file that goes to the bank. */
export const paymentFile = app.table(
  "payment_file",
  {
    operatorId: operatorId(),
    payoutRunId: id<"payoutRun">("payout_run_id").notNull(),
    format: text("format").$type<"csv">().notNull(),
    name: text("name").notNull(),
    content: text("content").notNull(),
    digest: text("digest").notNull(),
    payouts: integer("payouts").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.payoutRunId, table.format] }),
    foreignKey({
      columns: [table.operatorId, table.payoutRunId],
      foreignColumns: [payoutRun.operatorId, payoutRun.id],
    }),
    ...operatorOnly(table),
  ],
);

/** What a party is told for a period: closing = opening + its lines. */
export const statement = app.table(
  "statement",
  {
    operatorId: operatorId(),
    id: id<"statement">("id").notNull(),
    number: text("number").notNull(),
    payoutRunId: id<"payoutRun">("payout_run_id").notNull(),
    payoutId: id<"payout">("payout_id").notNull(),
    partyId: id<"party">("party_id").notNull(),
    currency: currency().notNull(),
    from: at("from").notNull(),
    to: at("to").notNull(),
    status: text("status").$type<StatementStatus>().notNull(),
    opening: minorUnits("opening").notNull(),
    earned: minorUnits("earned").notNull(),
    paid: minorUnits("paid").notNull(),
    withheld: minorUnits("withheld").notNull(),
    closing: minorUnits("closing").notNull(),
    issuedAt: at("issued_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("statement_once").on(table.operatorId, table.payoutRunId, table.partyId, table.currency),
    index("statement_party").on(table.operatorId, table.partyId, table.to),
    foreignKey({
      columns: [table.operatorId, table.payoutId],
      foreignColumns: [payout.operatorId, payout.id],
    }),
    ...priced(table, table.partyId),
  ],
);

export const statementLine = app.table(
  "statement_line",
  {
    operatorId: operatorId(),
    statementId: id<"statement">("statement_id").notNull(),
    number: integer("number").notNull(),
    partyId: id<"party">("party_id").notNull(),
    kind: text("kind").$type<StatementLineKind>().notNull(),
    /** Null for the payout and the withholding themselves. */
    settlementLineId: id<"settlementLine">("settlement_line_id"),
    paymentId: id<"payment">("payment_id"),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    description: text("description").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.statementId, table.number] }),
    index("statement_line_settlement").on(table.operatorId, table.settlementLineId),
    foreignKey({
      columns: [table.operatorId, table.statementId],
      foreignColumns: [statement.operatorId, statement.id],
    }),
    foreignKey({
      columns: [table.operatorId, table.settlementLineId],
      foreignColumns: [settlementLine.operatorId, settlementLine.id],
    }),
    ...priced(table, table.partyId),
  ],
);
