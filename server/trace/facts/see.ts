import { may } from "@/server/access/permissions";
import type { Scope } from "@/server/access/scope";
import { keyOf, type NodeKind, type NodeRef, nodeKinds, permissionOf, type Seen } from "../rules/vocabulary";
import { seeApprovals, seeOffers, seeOrderItems, seeOrders, seeQuotes, seeSubscriptions } from "./deal";
import {
  seeInvoiceLines,
  seeInvoices,
  seePayments,
  seePayouts,
  seeRules,
  seeShares,
  seeStatements,
} from "./money";
import type { SeenById } from "./read";
import { seeFiles, seeRated, seeRows, seeUsageRow } from "./usage";

const readers: Readonly<Record<NodeKind, (scope: Scope, ids: readonly string[]) => Promise<SeenById>>> = {
  offer_version: seeOffers,
  approval: seeApprovals,
  quote_version: seeQuotes,
  order: seeOrders,
  order_item: seeOrderItems,
  subscription: seeSubscriptions,
  usage_file: seeFiles,
  usage_rows: seeRows,
  usage_row: seeUsageRow,
  rated_item: seeRated,
  invoice_line: seeInvoiceLines,
  invoice: seeInvoices,
  payment: seePayments,
  rule_version: seeRules,
  settlement_line: seeShares,
  payout: seePayouts,
  statement: seeStatements,
};

/** What the asker may know of each node, one statement a kind; what is not theirs is not in the answer. */
export async function see(scope: Scope, nodes: readonly NodeRef[]): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  for (const kind of nodeKinds) {
    const ids = nodes.filter((node) => node.kind === kind).map(({ id }) => id);
    if (ids.length === 0 || !may(scope.actor, permissionOf[kind])) continue;
    for (const [id, known] of await readers[kind](scope, ids)) seen.set(keyOf({ kind, id }), known);
  }
  return seen;
}
