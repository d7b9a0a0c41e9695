import type { SettlementKind } from "@/server/settlement/rules/vocabulary";

/** What a settlement line is, for who reads it. */
export const kindWords: Readonly<Record<SettlementKind, string>> = {
  supplier_cost: "Supplier's price",
  margin: "Margin",
  share: "Share",
  fee: "Marketplace fee",
  discount_support: "Discount borne",
};
