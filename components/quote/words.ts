import type { ChargeKind } from "@/server/offer/rules/vocabulary";

/** When an item is charged, for a column. */
export const chargeWords: Readonly<Record<ChargeKind, string>> = {
  one_time: "Once",
  recurring: "Monthly",
  usage: "By usage",
  milestone: "On acceptance",
};

/** How a quantity reads beside the charge: usage is an estimate. */
export function quantityUnit(charge: ChargeKind, unit: string): string {
  return charge === "usage" ? `${unit} a month, estimated` : unit;
}

/** Why a version no longer counts. */
export function voidedWords(reason: string): string {
  if (reason === "superseded") return "A newer version took its place";
  if (reason === "rejected") return "The operator rejected its discount";
  return reason.replace(/^manual: /, "Withdrawn: ");
}
