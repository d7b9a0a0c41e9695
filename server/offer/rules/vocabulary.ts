/** When an item is charged. A milestone is charged when it is accepted. */
export type ChargeKind = "one_time" | "recurring" | "usage" | "milestone";

export type OfferStatus = "draft" | "in_review" | "approved" | "published" | "superseded" | "retired";

export type PriceVersionStatus = "draft" | "scheduled" | "active" | "expired";

export type PriceModel = "flat" | "per_unit" | "graduated";

/**
 * One tier of a graduated price, over `(previous upTo, upTo]`. Numbers are exact decimals in text:
 * `upTo` a quantity (null is without end), `unitPrice` in major units a unit, `flat` in major units,
 * due once a period when the tier is entered (the first tier's even at zero usage).
 */
export type PriceTier = { readonly upTo: string | null; readonly unitPrice: string; readonly flat: string };

/** How an item is brought to life: who does it, what it waits for, and how long it may take. */
export type Recipe = {
  readonly kind: "supplier_api" | "manual";
  readonly title: string;
  readonly hours: number;
  /** SKUs of the same order that must be done before. */
  readonly after: readonly string[];
};

/** A price as it was pinned: everything that rating needs, with the version it came from. */
export type PinnedPrice = {
  readonly model: PriceModel;
  readonly unitPrice: string | null;
  readonly tiers: readonly PriceTier[] | null;
};
