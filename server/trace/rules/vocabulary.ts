import type { Permission } from "@/server/access/permissions";
import type { Money } from "@/server/core/money/money";

/** What a trace walks over, in the order of the story. */
export const nodeKinds = [
  "offer_version",
  "approval",
  "quote_version",
  "order",
  "order_item",
  "subscription",
  "usage_file",
  "usage_rows",
  "usage_row",
  "rated_item",
  "invoice_line",
  "invoice",
  "payment",
  "rule_version",
  "settlement_line",
  "payout",
  "statement",
] as const;

export type NodeKind = (typeof nodeKinds)[number];

/**
 * What a trace can begin at. A statement's line is named `statement.number`, a row of usage `file.number`.
 */
export const startKinds = [
  "statement_line",
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

export type StartKind = (typeof startKinds)[number];

/** Whoever may not do this sees a node of that kind as another party's, though its row be visible. */
export const permissionOf: Readonly<Record<NodeKind, Permission>> = {
  offer_version: "offer.read",
  approval: "approval.read",
  quote_version: "quote.read",
  order: "order.read",
  order_item: "order.read",
  subscription: "subscription.read",
  usage_file: "usage.read",
  usage_rows: "usage.read",
  usage_row: "usage.read",
  rated_item: "usage.read",
  invoice_line: "invoice.read",
  invoice: "invoice.read",
  payment: "invoice.read",
  rule_version: "rule.read",
  settlement_line: "settlement.read",
  payout: "payout.read",
  statement: "payout.read",
};

export type NodeRef = { readonly kind: NodeKind; readonly id: string };

/** One thing that is known of a node: a text, an amount, an instant, a rate or a code that can be copied. */
export type Fact = { readonly name: string } & (
  | { readonly text: string }
  | { readonly amount: Money }
  | { readonly at: Date }
  | { readonly rate: bigint }
  | { readonly code: string }
);

/** What the asker may know of a node. */
export type Seen = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly amount: Money | null;
  readonly status: string | null;
  readonly at: Date | null;
  readonly facts: readonly Fact[];
  /** The thing whose page tells more. */
  readonly page: { readonly kind: string; readonly id: string } | null;
};

export type Edge = { readonly from: string; readonly to: string };

export type Way = "both" | "back" | "forth";

export function keyOf({ kind, id }: NodeRef): string {
  return `${kind}:${id}`;
}
