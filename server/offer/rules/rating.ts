import { type Decimal, isZero, ZERO } from "@/server/core/decimal";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import type { Money } from "@/server/core/money/money";
import { roundToMoney } from "@/server/core/price";
import type { TierWorking } from "@/server/usage/rules/vocabulary";
import { flat } from "./price/flat";
import { graduated } from "./price/graduated";
import { perUnit } from "./price/per-unit";
import type { PinnedPrice, PriceModel } from "./vocabulary";

/** What a price is asked for. */
export type Quantities = {
  readonly quantity: Decimal;
  /** What the same period was charged for already: tiers go on from there. */
  readonly quantityBefore?: Decimal;
  /**
   * Whether the period was charged before, so that what is due once a period is not due again. Left out, it
   * was if something was used; say so for a period that was charged at zero.
   */
  readonly continues?: boolean;
};

export type Used = Required<Quantities>;

/** An amount in major units before it is rounded, with how much of it came of each tier. */
export type Charged = { readonly exact: Decimal; readonly tiers: readonly TierWorking[] };

/** The same, with the one rounding to whole minor units. */
export type PricedAmount = Charged & { readonly amount: Money };

const models: Record<PriceModel, (price: PinnedPrice, used: Used) => Charged> = {
  flat,
  per_unit: perUnit,
  graduated,
};

/**
 * What a quantity costs at a pinned price. Parts of a period add up exactly to the whole, however it is cut.
 */
export function priceAmount(price: PinnedPrice, asked: Quantities, currency: Currency): PricedAmount {
  const quantityBefore = asked.quantityBefore ?? ZERO;
  const continues = asked.continues ?? !isZero(quantityBefore);
  invariant(continues || isZero(quantityBefore), "what was used before was charged before");
  const charged = models[price.model](price, { quantity: asked.quantity, quantityBefore, continues });
  return { ...charged, amount: roundToMoney(charged.exact, currency) };
}
