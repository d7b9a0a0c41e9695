import type { RelationName } from "./relation";
import type { NodeKind } from "./rules/vocabulary";

/**
 * One step of a walk: from the nodes known so far, or the root alone, to those that caused them or that they
 * fed.
 */
export type Walk = {
  readonly relation: RelationName;
  readonly way: "back" | "forth" | "via";
  readonly ofRootOnly?: boolean;
};

const back = (...names: RelationName[]): Walk[] => names.map((relation) => ({ relation, way: "back" }));
const forth = (...names: RelationName[]): Walk[] => names.map((relation) => ({ relation, way: "forth" }));

const contract = back("quoteOfOrder", "approvalOfQuote", "offerOfQuote");
/** Where a rated item came from: the usage rows and their files, and the order it fulfils. */
const origin = [...back("rowsOfRated", "fileOfRows", "itemOfRated", "orderOfItem"), ...contract];
const shares = [...forth("lineOfShare"), ...back("ruleOfShare")];
const paid: Walk[] = [
  ...forth("shareOfPayout"),
  { relation: "paymentOfPayout", way: "via" },
  ...forth("payoutOfStatement", "shareOfStatement"),
];
const paidToRoot: Walk[] = [
  { relation: "shareOfPayout", way: "forth", ofRootOnly: true },
  { relation: "paymentOfPayout", way: "via" },
  { relation: "shareOfStatement", way: "forth", ofRootOnly: true },
  ...forth("payoutOfStatement"),
];
const line = [...back("ratedOfLine"), ...origin, ...forth("lineOfInvoice", "invoiceOfPayment"), ...shares];
const fromRated = [
  ...origin,
  ...forth("ratedOfLine", "lineOfInvoice", "invoiceOfPayment"),
  ...shares,
  ...paid,
];
const deal = [
  ...contract,
  ...forth("orderOfSubscription", "subscriptionOfInvoice", "invoiceOfPayment"),
  ...forth("invoiceOfPayout", "payoutOfStatement"),
];
const earned = [
  ...back("shareOfPayout", "invoiceOfShare", "subscriptionOfInvoice", "orderOfSubscription"),
  ...contract,
];

/**
 * The walk from each kind of root. What hangs on one invoice line is walked whole; from wider things the walk
 * stays
 * with documents, each of which is a root to go on from.
 */
export const plans = {
  settlement_line: [...back("lineOfShare"), ...line, ...paidToRoot],
  invoice_line: [...line, ...paid],
  rated_item: fromRated,
  usage_row: fromRated,
  usage_file: [
    ...forth("rowsFromFile", "rowsOfRated", "ratedOfLine", "lineOfInvoice", "invoiceOfPayment"),
    ...forth("invoiceOfPayout", "payoutOfStatement"),
    ...back("itemOfRated", "orderOfItem"),
  ],
  invoice: [
    ...back("lineOfInvoice", "subscriptionOfInvoice", "orderOfSubscription"),
    ...contract,
    ...forth("invoiceOfPayment", "invoiceOfPayout", "payoutOfStatement"),
  ],
  payout: [...forth("payoutOfStatement"), ...earned],
  statement: [...back("payoutOfStatement"), ...back("shareOfStatement"), ...earned],
  order: deal,
  quote_version: [...back("approvalOfQuote", "offerOfQuote"), ...forth("quoteOfOrder"), ...deal],
} as const satisfies Partial<Record<NodeKind, readonly Walk[]>>;

export type RootKind = keyof typeof plans;
