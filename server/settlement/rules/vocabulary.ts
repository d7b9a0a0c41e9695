export type RuleStatus = "draft" | "active" | "superseded";

/**
 * What a settlement line is: what a supplier is paid, what a tier keeps, what the child of a commission
 * edge earns, what an outside marketplace takes, and the support that the bearer of a discount owes the
 * seller who gave it.
 */
export type SettlementKind = "supplier_cost" | "margin" | "share" | "fee" | "discount_support";

/**
 * What an outside marketplace takes of the customer's net, in parts per million: before the split, or from
 * each leg after it.
 */
export type FeeTerms = {
  readonly rate: string;
  readonly timing: "before_split" | "after_split";
  readonly partyId: string;
};

/** Whose leg of a waterfall: a party of the deal's chain by its role in it. */
export type LegSelector = "supplier" | "operator" | "distributor" | "reseller" | "sub_reseller";

/**
 * The terms of a rule version. `chain` divides by the prices of the deal's legs (F-7): costs, margins and
 * the shares of commission edges. `waterfall` divides the base by fixed parts per million that add up to
 * the whole (F-3).
 */
export type RuleBody =
  | { readonly mode: "chain"; readonly fee: FeeTerms | null }
  | {
      readonly mode: "waterfall";
      readonly fee: FeeTerms | null;
      readonly legs: readonly { readonly selector: LegSelector; readonly rate: string }[];
    };

/**
 * One step of a worked amount, in words and exact numbers: amounts in minor units, rates in parts per
 * million.
 */
export type DerivationStep = {
  readonly step: string;
  readonly sentence: string;
  readonly amount: string | null;
  /** The leg whose price this step reveals, by its number in the chain; null when it reveals none. */
  readonly leg: number | null;
};

/** How an amount came about, kept when it was computed: enough to say it in words and to compute it again. */
export type Derivation = {
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: readonly DerivationStep[];
};
