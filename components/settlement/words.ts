import type { RuleBody, SettlementKind } from "@/server/settlement/rules/vocabulary";

export const kindWords: Readonly<Record<SettlementKind, string>> = {
  supplier_cost: "Supplier's price",
  margin: "Margin",
  share: "Share",
  fee: "Marketplace fee",
  discount_support: "Discount borne",
};

export const roleWords: Readonly<Record<string, string>> = {
  supplier: "Supplier",
  operator: "Operator",
  distributor: "Distributor",
  reseller: "Reseller",
  sub_reseller: "Sub-reseller",
};

export const modeWords: Readonly<Record<RuleBody["mode"], string>> = {
  chain: "By the prices of the chain",
  waterfall: "By fixed parts",
};
