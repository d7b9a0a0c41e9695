export type UsageFormat = "focus_1_0";

export type UsageFileStatus = "processing" | "invalid" | "accepted" | "accepted_with_parked_rows";

export type ParkedReason =
  | "unknown_account"
  | "unknown_meter"
  | "not_in_subscription"
  | "outside_subscription"
  | "inexact_quantity"
  | "conflict";

export type ParkedStatus = "parked" | "replayed" | "written_off";

/**
 * One tier's part of an amount: how much of the quantity fell into it and what that cost, in exact
 * decimals.
 */
export type TierWorking = {
  readonly from: string;
  readonly upTo: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly flat: string;
  readonly cost: string;
};

/** How the amount of one leg came about; numbers are exact decimals in text, amounts in major units. */
export type Working = {
  readonly model: "flat" | "per_unit" | "graduated";
  readonly quantity: string;
  readonly quantityBefore: string;
  readonly unitPrice: string | null;
  readonly tiers: readonly TierWorking[];
  /** Before rounding to the minor unit, and before proration. */
  readonly exact: string;
  readonly daysCharged: number;
  readonly daysOfPeriod: number;
  readonly discountRate: string;
};
