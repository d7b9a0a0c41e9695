export type QuoteStatus =
  | "draft"
  | "in_approval"
  | "approved"
  | "sent"
  | "accepted"
  | "ordered"
  | "declined"
  | "expired"
  | "voided";

/**
 * A sale passes title at a price; a share pays the child of a commission edge a part of the price it
 * repeats.
 */
export type LegKind = "sale" | "share";
