import { invariant } from "./invariant";
import { type Money, money } from "./money/money";
import { divideRounded } from "./money/rounding";

/**
 * The part of a period's amount that its used days bear (F-6), rounded once, half away from zero.
 *
 * Days are whole calendar days of the current period. A change takes effect at the start of its day, so the
 * day belongs to the new plan; a termination at the end of its day, so the day is charged.
 */
export function prorate(amount: Money, daysUsed: number, daysOfPeriod: number): Money {
  invariant(Number.isSafeInteger(daysUsed) && Number.isSafeInteger(daysOfPeriod), "days are whole");
  invariant(daysOfPeriod > 0, "a period has a day");
  invariant(daysUsed >= 0 && daysUsed <= daysOfPeriod, "the days used lie within their period");
  return money(
    divideRounded(amount.minor * BigInt(daysUsed), BigInt(daysOfPeriod), "half_away"),
    amount.currency,
  );
}
