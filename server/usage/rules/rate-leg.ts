import { addDecimals, type Decimal, decimalToText } from "@/server/core/decimal";
import { type Currency, exponentOf } from "@/server/core/money/currency";
import { type Money, money, subtract } from "@/server/core/money/money";
import { partsPerMillion, portion } from "@/server/core/money/rate";
import { divideRounded } from "@/server/core/money/rounding";
import { priceAmount } from "@/server/offer/rules/rating";
import type { PinnedPrice } from "@/server/offer/rules/vocabulary";
import type { Working } from "./vocabulary";

/** What is charged: a quantity of a window, and which part of its month. */
export type Measure = {
  readonly quantity: Decimal;
  /** Usage of the same window that earlier items charged: tiers go on from there. */
  readonly quantityBefore: Decimal;
  /** Whether an earlier item charged the same window, be it at zero. */
  readonly continues: boolean;
  readonly daysCharged: number;
  readonly daysOfPeriod: number;
};

/** The price of one edge of the chain, as the order pinned it. */
export type LegTerms = {
  readonly price: PinnedPrice;
  readonly currency: Currency;
  /** Percent off the list amount, in parts per million. */
  readonly discountRate: bigint;
};

export type LegAmounts = {
  readonly listAmount: Money;
  readonly discountAmount: Money;
  /** listAmount − discountAmount. */
  readonly amount: Money;
  readonly working: Working;
};

/**
 * What a window costs on one edge. The list amount is computed exactly and rounded once, the discount is
 * a part of it. A window that was charged before is charged the difference (F-8): what all of it costs
 * now, less what was charged for it, so that however often usage comes late the amounts add up to one
 * rating of the whole.
 */
export function rateLeg({ price, currency, discountRate }: LegTerms, measure: Measure): LegAmounts {
  const { quantity, quantityBefore, continues, daysCharged, daysOfPeriod } = measure;
  const priced = priceAmount(price, { quantity, quantityBefore, continues }, currency);
  const chargedFor = (all: Decimal) => {
    const { exact } = priceAmount(price, { quantity: all }, currency);
    return discounted(partOfMonth(exact, measure, currency), discountRate);
  };
  const now = continues
    ? chargedFor(addDecimals(quantityBefore, quantity))
    : discounted(partOfMonth(priced.exact, measure, currency), discountRate);
  const before = continues ? chargedFor(quantityBefore) : nothing(currency);
  const listAmount = subtract(now.list, before.list);
  const discountAmount = subtract(now.discount, before.discount);
  const working: Working = {
    model: price.model,
    quantity: decimalToText(quantity),
    quantityBefore: decimalToText(quantityBefore),
    unitPrice: price.unitPrice,
    tiers: priced.tiers,
    exact: decimalToText(priced.exact),
    daysCharged,
    daysOfPeriod,
    discountRate: discountRate.toString(),
  };
  return { listAmount, discountAmount, amount: subtract(listAmount, discountAmount), working };
}

type Listed = { readonly list: Money; readonly discount: Money };

function discounted(list: Money, rate: bigint): Listed {
  return { list, discount: portion(list, partsPerMillion(rate)) };
}

function nothing(currency: Currency): Listed {
  return { list: money(0n, currency), discount: money(0n, currency) };
}

/** The one rounding: an exact amount in major units, times the days charged of the days there are (F-6). */
function partOfMonth(
  { units, scale }: Decimal,
  { daysCharged, daysOfPeriod }: Measure,
  unit: Currency,
): Money {
  const numerator = units * 10n ** BigInt(exponentOf(unit)) * BigInt(daysCharged);
  return money(divideRounded(numerator, 10n ** BigInt(scale) * BigInt(daysOfPeriod), "half_away"), unit);
}
