import { type Money, moneyText } from "@/server/core/money/money";
import type { Derivation, DerivationStep } from "./vocabulary";

/** A step that names an amount, such as `Sold at EUR 100.00`. */
export function step(name: string, words: string, amount: Money, leg: number | null = null): DerivationStep {
  return { step: name, sentence: `${words} ${moneyText(amount)}`, amount: amount.minor.toString(), leg };
}

/** What a rule tells of one amount. Inputs repeat the steps' amounts by name, in minor units. */
export function derivation(rule: string, steps: readonly DerivationStep[]): Derivation {
  const inputs = Object.fromEntries(steps.map((each) => [each.step, each.amount ?? ""]));
  return { rule, inputs, steps };
}

/** Parts per million as a percentage in words: 625000 is `62.5 %`. */
export function rateText(rate: bigint): string {
  const digits = rate.toString().padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0+$/, "");
  return `${digits.slice(0, -4)}${fraction ? `.${fraction}` : ""} %`;
}
