import { decimal } from "@/server/core/decimal";
import { type Currency, exponentOf } from "@/server/core/money/currency";
import { type Money, money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";

/**
 * Reads an amount as somebody types it, `119.00`, or refuses what is finer than the currency's minor
 * unit.
 */
export function amountOf(text: string, currency: Currency): Money {
  const { units, scale } = decimal(text);
  const places = exponentOf(currency);
  if (scale > places) {
    const limit = places === 0 ? "no decimal places" : `at most ${places} decimal places`;
    throw new Refusal("INVALID", `An amount in ${currency} has ${limit}.`);
  }
  return money(units * 10n ** BigInt(places - scale), currency);
}
