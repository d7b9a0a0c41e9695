import type { ChargeKind } from "@/server/offer/rules/vocabulary";

const charges: Readonly<Record<ChargeKind, string>> = {
  one_time: "Once",
  recurring: "Monthly",
  usage: "By usage",
  milestone: "When accepted",
};

/** When an item is charged. */
export function chargeWord(charge: ChargeKind): string {
  return charges[charge];
}

export const chargeOptions = [
  { value: "one_time", label: "Once", hint: "When it is delivered." },
  { value: "recurring", label: "Monthly", hint: "For every month it runs." },
  { value: "usage", label: "By usage", hint: "By what its meter counts." },
  { value: "milestone", label: "When accepted", hint: "When the work is proved and accepted." },
] as const satisfies readonly { value: ChargeKind; label: string; hint: string }[];

export const offerStatusOptions = ["draft", "in_review", "approved", "published", "superseded", "retired"];

export function termText(months: number): string {
  return months === 1 ? "1 month" : `${months} months`;
}
