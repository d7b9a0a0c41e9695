import { type Money, money, moneyText } from "@/server/core/money/money";
import { rateText } from "@/server/settlement/rules/derivation";
import type { Derivation, SettlementKind } from "@/server/settlement/rules/vocabulary";
import type { TierWorking, Working } from "@/server/usage/rules/vocabulary";

/** One step of a working: words, and the number it came to, as an amount or as exact text. */
export type Step = { readonly words: string; readonly value: string | null; readonly amount: Money | null };

export type Part = {
  readonly title: string;
  readonly steps: readonly Step[];
  /** How much of the quantity fell into each tier; empty where there are none. */
  readonly tiers: readonly TierWorking[];
  readonly unit: string;
};

/** A version that an amount was worked out with: its name where the asker may know it, and its id. */
export type VersionUsed = { readonly what: string; readonly name: string | null; readonly id: string };

export type Explanation = {
  readonly title: string;
  /** What the amount is, in one sentence. */
  readonly sentence: string;
  readonly amount: Money | null;
  readonly parts: readonly Part[];
  readonly versions: readonly VersionUsed[];
  /** What is left out, because it is worked out on prices that are not the asker's to know. */
  readonly hidden: string | null;
};

export function said(words: string, amount: Money): Step {
  return { words, value: null, amount };
}

export function told(words: string, value: string): Step {
  return { words, value, amount: null };
}

/** The steps of a stored derivation; each sentence ends in its amount, which stands beside it. */
export function derivedSteps({ steps }: Derivation, currency: Money["currency"]): readonly Step[] {
  return steps.map(({ sentence, amount }) => {
    if (amount === null) return { words: sentence, value: null, amount: null };
    const own = money(BigInt(amount), currency);
    const end = ` ${moneyText(own)}`;
    return {
      words: sentence.endsWith(end) ? sentence.slice(0, -end.length) : sentence,
      value: null,
      amount: own,
    };
  });
}

export type ShareFacts = {
  readonly kind: SettlementKind;
  readonly party: string;
  readonly amount: Money;
  readonly base: Money;
  readonly rate: bigint | null;
  readonly derivation: Derivation;
};

/** What a settlement line is, in one sentence. */
export function shareSentence({ kind, party, amount, base, rate, derivation }: ShareFacts): string {
  const [got, of] = [moneyText(amount), moneyText(base)];
  const part = rate === null ? "" : rateText(rate);
  if (derivation.rule === "waterfall")
    return `${party} gets ${got}: ${part} of the base of ${of}, divided by largest remainder.`;
  if (derivation.rule === "share passed on")
    return `${party} passes ${got} on to the tier below, out of what it earns itself.`;
  switch (kind) {
    case "supplier_cost":
      return `${party} is paid ${got}: its own price for what was charged.`;
    case "margin":
      return `${party} keeps ${got}: what it sold at, less what it bought at and what it paid out of it.`;
    case "share":
      return `${party} earns ${got}: ${part} of ${of}.`;
    case "fee":
      return `${party} takes ${got}: ${part} of the customer's net of ${of}.`;
    case "discount_support":
      return amount.minor < 0n
        ? `${party} bears ${moneyText(base)} of the discount that the customer was given.`
        : `${party} gets ${got} back of the discount it gave, because another party bears it.`;
  }
}

export type LegWorked = {
  readonly title: string;
  readonly unit: string;
  readonly working: Working;
  readonly listAmount: Money;
  readonly discountAmount: Money;
  readonly amount: Money;
};

/** The steps by which a price became an amount, in the order in which they were taken. */
export function legPart(leg: LegWorked): Part {
  const { working, unit, amount } = leg;
  const { currency } = amount;
  const isPart = working.daysCharged !== working.daysOfPeriod;
  const isLate = !/^-?0*\.?0*$/.test(working.quantityBefore);
  return {
    title: leg.title,
    unit,
    tiers: working.tiers,
    steps: [
      told("Charged", `${working.quantity} ${unit}`),
      ...(isLate
        ? [told("Charged before for the same month; tiers go on from there", working.quantityBefore)]
        : []),
      ...(working.unitPrice === null
        ? []
        : [
            told(
              working.model === "flat" ? "At the flat price" : `At, for one ${unit}`,
              priceText(working, currency),
            ),
          ]),
      told("Which is exactly", `${currency} ${working.exact}`),
      ...(isPart
        ? [told("Of the month are charged", `${working.daysCharged} of ${working.daysOfPeriod} days`)]
        : []),
      ...(isLate ? [told("Charged is what all of the month costs, less what was charged before", "")] : []),
      said("Rounded once, to whole minor units", leg.listAmount),
      ...(working.discountRate === "0"
        ? []
        : [said(`Less a discount of ${rateText(BigInt(working.discountRate))}`, leg.discountAmount)]),
      said("So it is", amount),
    ],
  };
}

function priceText({ unitPrice }: Working, currency: string): string {
  return `${currency} ${unitPrice ?? ""}`;
}
