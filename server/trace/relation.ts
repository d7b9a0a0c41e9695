import { type SQL, sql } from "drizzle-orm";
import { subscription } from "@/db/schema/activation";
import { invoice, invoiceLine, payment } from "@/db/schema/invoice";
import { order, orderItem } from "@/db/schema/order";
import { payout, payoutItem, statement, statementLine } from "@/db/schema/payout";
import { quoteVersion } from "@/db/schema/quote";
import { ratedItem } from "@/db/schema/rating";
import { settlementLine } from "@/db/schema/settlement";
import { usageEvent, usageFile } from "@/db/schema/usage";
import type { NodeKind } from "./rules/vocabulary";

/**
 * One way in which a thing follows from another: pairs of ids, in a table `one` and what is joined to it.
 * Each side is
 * the head of an index of its table, so that a pair is found from either end.
 */
export type Relation = {
  readonly cause: NodeKind;
  readonly effect: NodeKind;
  readonly from: SQL;
  readonly causeId: SQL;
  readonly effectId: SQL;
  /** What else must hold of a pair. */
  readonly where?: SQL;
  /** A third thing that a pair stands in, when neither end alone finds it by index. */
  readonly via?: { readonly kind: NodeKind; readonly id: SQL };
};

/** Of a file or an item with more rows than this, the first so many say what belongs together. */
export const rowsLooked = 50_000;

const inWindow = sql`used.subscription_item_id = one.subscription_item_id and used.used_at >= one."from"
  and used.used_at < one."to" and used.batch > one.batch_after and used.batch <= one.batch_up_to`;

export const relations = {
  offerOfQuote: plain("offer_version", "quote_version", sql`${quoteVersion} one`, "offer_version_id"),
  approvalOfQuote: {
    ...plain("approval", "quote_version", sql`${quoteVersion} one`, "approval_id"),
    where: sql`one.approval_id is not null`,
  },
  quoteOfOrder: plain("quote_version", "order", sql`${order} one`, "quote_version_id"),
  orderOfItem: plain("order", "order_item", sql`${orderItem} one`, "order_id"),
  orderOfSubscription: plain("order", "subscription", sql`${subscription} one`, "order_id"),
  itemOfRated: plain("order_item", "rated_item", sql`${ratedItem} one`, "order_item_id"),
  subscriptionOfInvoice: {
    ...plain("subscription", "invoice", sql`${invoice} one`, "subscription_id"),
    where: sql`one.issued_at is not null`,
  },
  rowsOfRated: {
    ...plain("usage_rows", "rated_item", sql`${ratedItem} one`, "id"),
    where: sql`one.rows > 0`,
  },
  fileOfRows: {
    cause: "usage_file",
    effect: "usage_rows",
    from: sql`${ratedItem} one cross join lateral (select distinct few.file_id from (
      select used.file_id from ${usageEvent} used
      where used.operator_id = one.operator_id and ${inWindow} limit ${rowsLooked}) few) file`,
    causeId: sql`file.file_id`,
    effectId: sql`one.id`,
  },
  rowsFromFile: {
    cause: "usage_file",
    effect: "usage_rows",
    from: sql`${usageFile} one cross join lateral (select distinct rated.id from (
      select distinct few.subscription_item_id, few.batch, few.used_at from (
        select used.subscription_item_id, used.batch, used.used_at from ${usageEvent} used
        where used.operator_id = one.operator_id and used.file_id = one.id limit ${rowsLooked}) few) used
      join ${ratedItem} rated on rated.operator_id = one.operator_id
        and rated.subscription_item_id = used.subscription_item_id and rated."from" <= used.used_at
        and rated."to" > used.used_at and rated.batch_after < used.batch
          and rated.batch_up_to >= used.batch) fed`,
    causeId: sql`one.id`,
    effectId: sql`fed.id`,
  },
  ratedOfLine: plain("rated_item", "invoice_line", sql`${invoiceLine} one`, "rated_item_id"),
  lineOfInvoice: {
    cause: "invoice_line",
    effect: "invoice",
    from: sql`${invoiceLine} one`,
    causeId: sql`one.id`,
    effectId: sql`one.invoice_id`,
  },
  invoiceOfPayment: plain("invoice", "payment", sql`${payment} one`, "invoice_id"),
  lineOfShare: plain("invoice_line", "settlement_line", sql`${settlementLine} one`, "invoice_line_id"),
  invoiceOfShare: plain("invoice", "settlement_line", sql`${settlementLine} one`, "invoice_id"),
  ruleOfShare: plain("rule_version", "settlement_line", sql`${settlementLine} one`, "rule_version_id"),
  shareOfPayout: {
    cause: "settlement_line",
    effect: "payout",
    from: sql`${payoutItem} one`,
    causeId: sql`one.settlement_line_id`,
    effectId: sql`one.payout_id`,
  },
  invoiceOfPayout: {
    cause: "invoice",
    effect: "payout",
    from: sql`${payoutItem} one join ${settlementLine} part
      on part.operator_id = one.operator_id and part.id = one.settlement_line_id`,
    causeId: sql`part.invoice_id`,
    effectId: sql`one.payout_id`,
  },
  shareOfStatement: {
    cause: "settlement_line",
    effect: "statement",
    from: sql`${statementLine} one`,
    causeId: sql`one.settlement_line_id`,
    effectId: sql`one.statement_id`,
  },
  paymentOfPayout: {
    cause: "payment",
    effect: "payout",
    from: sql`${payoutItem} one`,
    causeId: sql`one.payment_id`,
    effectId: sql`one.payout_id`,
    via: { kind: "settlement_line", id: sql`one.settlement_line_id` },
  },
  payoutOfStatement: {
    cause: "payout",
    effect: "statement",
    from: sql`${payout} paid join ${statement} one on one.operator_id = paid.operator_id
      and one.payout_run_id = paid.payout_run_id and one.party_id = paid.party_id
        and one.currency = paid.currency`,
    causeId: sql`paid.id`,
    effectId: sql`one.id`,
  },
} as const satisfies Record<string, Relation>;

export type RelationName = keyof typeof relations;

/** The row of the effect names its cause in a column. */
function plain(cause: NodeKind, effect: NodeKind, from: SQL, column: string): Relation {
  return { cause, effect, from, causeId: sql.raw(`one.${column}`), effectId: sql.raw("one.id") };
}
