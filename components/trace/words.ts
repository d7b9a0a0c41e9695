import type { TraceGraph } from "@/server/trace/graph";

export type TraceNode = TraceGraph["nodes"][number];
export type NodeKind = TraceNode["kind"];

type Look = {
  /** What one of it is, above its name. */
  readonly one: string;
  readonly many: string;
  /** What is said of it when it is of other parties. */
  readonly hidden: string;
  /** The colour of its stage. */
  readonly colour: string;
};

const stage = {
  deal: "var(--series-3)",
  order: "var(--series-5)",
  usage: "var(--series-2)",
  invoice: "var(--series-1)",
  settlement: "var(--series-4)",
  payout: "var(--series-6)",
} as const;

export const nodeLooks: Readonly<Record<NodeKind, Look>> = {
  offer_version: look("Offer", "Offers", "The offer of other parties", stage.deal),
  approval: look("Approval", "Approvals", "An approval among other parties", stage.deal),
  quote_version: look("Quote", "Quotes", "The quote of other parties", stage.deal),
  order: look("Order", "Orders", "The order of other parties", stage.order),
  order_item: look("Ordered item", "Ordered items", "An item of other parties", stage.order),
  subscription: look("Subscription", "Subscriptions", "A subscription of other parties", stage.order),
  usage_file: look("Usage file", "Usage files", "The supplier's own file", stage.usage),
  usage_rows: look("Usage", "Usage", "Usage of other parties", stage.usage),
  usage_row: look("Row of a file", "Rows of a file", "A row of other parties", stage.usage),
  rated_item: look("Rated", "Rated", "Rated for other parties", stage.invoice),
  invoice_line: look("Invoice line", "Invoice lines", "An invoice line of other parties", stage.invoice),
  invoice: look("Invoice", "Invoices", "An invoice of other parties", stage.invoice),
  payment: look("Payment", "Payments", "A payment of other parties", stage.invoice),
  rule_version: look(
    "Settlement rule",
    "Settlement rules",
    "The operator's settlement rule",
    stage.settlement,
  ),
  settlement_line: look("Settlement line", "Divided into", "What other parties get", stage.settlement),
  payout: look("Payout", "Payouts", "Payouts of other parties", stage.payout),
  statement: look("Statement", "Statements", "Statements of other parties", stage.payout),
};

export function titleOf({ kind, seen }: TraceNode): string {
  return seen?.title ?? nodeLooks[kind].hidden;
}

function look(one: string, many: string, hidden: string, colour: string): Look {
  return { one, many, hidden, colour };
}

/** The kinds whose amounts the server explains, and those it computes anew. */
export const explained = [
  "settlement_line",
  "invoice_line",
  "rated_item",
  "invoice",
  "payout",
  "statement",
] as const;
export const replayed = ["settlement_line", "invoice_line", "rated_item", "invoice", "payout"] as const;

/** What a trace can begin at. */
export const starts = [
  "settlement_line",
  "invoice_line",
  "rated_item",
  "usage_row",
  "usage_file",
  "invoice",
  "payout",
  "statement",
  "order",
  "quote_version",
] as const;

export function isOneOf<Kind extends string>(kinds: readonly Kind[], kind: string): kind is Kind {
  return kinds.some((each) => each === kind);
}
