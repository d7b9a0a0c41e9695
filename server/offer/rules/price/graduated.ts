import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimal,
  decimalToText,
  isZero,
  multiplyDecimals,
  negateDecimal,
  subtractDecimals,
  ZERO,
} from "@/server/core/decimal";
import { invariant } from "@/server/core/invariant";
import type { TierWorking } from "@/server/usage/rules/vocabulary";
import type { Charged, Used } from "../rating";
import type { PinnedPrice, PriceTier } from "../vocabulary";

/**
 * One tier over `(from, upTo]`, with what everything below it costs: a quantity in it costs
 * `base + (quantity − from) × unitPrice`. The base includes the tier's own flat fee.
 */
export type Segment = {
  readonly from: Decimal;
  /** Null is without end. */
  readonly upTo: Decimal | null;
  readonly base: Decimal;
  readonly unitPrice: Decimal;
  readonly flat: Decimal;
};

/** The tiers of a graduated price, each with its cumulative base, lowest first. */
export function segmentsOf(tiers: readonly PriceTier[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const tier of tiers) {
    const below = segments.at(-1);
    const from = below?.upTo ?? ZERO;
    const flat = decimal(tier.flat);
    const base = addDecimals(below ? costIn(below, from) : ZERO, flat);
    const upTo = tier.upTo === null ? null : decimal(tier.upTo);
    segments.push({ from, upTo, base, unitPrice: decimal(tier.unitPrice), flat });
  }
  return segments;
}

/**
 * Every unit at the price of the tier it falls into, and the flat fee of each tier that is entered; the first
 * tier's is due even at zero. What goes on with a period is what all of it costs, less what was charged
 * before.
 */
export function graduated(price: PinnedPrice, used: Used): Charged {
  invariant(price.tiers !== null && price.tiers.length > 0, "a graduated price has tiers");
  const segments = segmentsOf(price.tiers);
  const after = addDecimals(used.quantityBefore, used.quantity);
  const charged = used.continues ? costOf(segments, used.quantityBefore) : ZERO;
  const exact = subtractDecimals(costOf(segments, after), charged);
  return { exact, tiers: segments.flatMap((segment, index) => workingOf(segment, index === 0, used, after)) };
}

function costOf(segments: readonly Segment[], quantity: Decimal): Decimal {
  const reached = segments.find(({ upTo }) => upTo === null || compareDecimals(quantity, upTo) <= 0);
  invariant(reached !== undefined, "the last tier has no end");
  return costIn(reached, quantity);
}

function costIn({ base, from, unitPrice }: Segment, quantity: Decimal): Decimal {
  return addDecimals(base, multiplyDecimals(subtractDecimals(quantity, from), unitPrice));
}

function workingOf(segment: Segment, isFirst: boolean, used: Used, after: Decimal): readonly TierWorking[] {
  const before = used.continues ? partIn(segment, used.quantityBefore, isFirst) : ZERO;
  const quantity = subtractDecimals(partIn(segment, after, isFirst), before);
  const wasEntered = used.continues && entered(segment, used.quantityBefore, isFirst);
  const flat = flatDue(segment, wasEntered, entered(segment, after, isFirst));
  if (isZero(quantity) && isZero(flat)) return [];
  const { from, upTo, unitPrice } = segment;
  return [
    {
      from: decimalToText(from),
      upTo: upTo === null ? null : decimalToText(upTo),
      quantity: decimalToText(quantity),
      unitPrice: decimalToText(unitPrice),
      flat: decimalToText(flat),
      cost: decimalToText(addDecimals(multiplyDecimals(quantity, unitPrice), flat)),
    },
  ];
}

/** How much of a quantity lies in a tier; a correction beyond zero counts as the first tier's. */
function partIn({ from, upTo }: Segment, quantity: Decimal, isFirst: boolean): Decimal {
  if (compareDecimals(quantity, from) <= 0) return isFirst ? quantity : ZERO;
  const end = upTo !== null && compareDecimals(quantity, upTo) > 0 ? upTo : quantity;
  return subtractDecimals(end, from);
}

function entered({ from }: Segment, quantity: Decimal, isFirst: boolean): boolean {
  return isFirst || compareDecimals(quantity, from) > 0;
}

function flatDue({ flat }: Segment, before: boolean, after: boolean): Decimal {
  if (before === after) return ZERO;
  return after ? flat : negateDecimal(flat);
}
