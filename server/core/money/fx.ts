import type { Decimal } from "../decimal";
import { invariant } from "../invariant";
import { type Currency, exponentOf } from "./currency";
import { type Money, money } from "./money";
import { divideRounded, type Rounding } from "./rounding";

/**
 * An amount in another currency, rounded once. The rate says how many major units of the new currency one
 * major unit of the old one buys: 1.0837 turns EUR 65.93 into USD 71.45.
 *
 * Of a payout, convert the gross and the withholding, and derive the net by subtraction (F-5): converting
 * the net as well may be a unit off.
 */
export function convert(amount: Money, to: Currency, rate: Decimal, rounding: Rounding = "half_away"): Money {
  invariant(rate.units > 0n, "a rate of exchange is above zero");
  const numerator = amount.minor * rate.units * 10n ** BigInt(exponentOf(to));
  const denominator = 10n ** BigInt(rate.scale + exponentOf(amount.currency));
  return money(divideRounded(numerator, denominator, rounding), to);
}
