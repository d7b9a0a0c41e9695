import { type Decimal, decimal, multiplyDecimals, wholeDigits } from "./decimal";
import { type Currency, exponentOf } from "./money/currency";
import { type Money, money } from "./money/money";
import { divideRounded, type Rounding } from "./money/rounding";
import type { Quantity } from "./quantity";
import { Refusal } from "./refusal";

/** What one unit costs, exactly, in major units (euros, not cents). Never rounded before it is multiplied. */
export type UnitPrice = Decimal & { readonly unit: "price" };

const places = 12;
/** numeric(38,12) keeps 26 digits before the point. */
const wholeDigitsMax = 26;

/** Reads a unit price of up to 12 places, or refuses the text by name; below zero only if asked for. */
export function unitPrice(text: string, sign: "not_negative" | "any" = "not_negative"): UnitPrice {
  const read = decimal(text);
  if (read.scale > places || wholeDigits(read) > wholeDigitsMax) {
    throw new Refusal(
      "INVALID",
      `The price “${text}” has more than ${places} places or ${wholeDigitsMax} digits before the point.`,
    );
  }
  if (sign === "not_negative" && read.units < 0n) {
    throw new Refusal("INVALID", `The price “${text}” is below zero.`);
  }
  return read as UnitPrice;
}

/** Price times quantity, computed exactly and rounded once, to whole minor units. */
export function lineAmount(
  price: UnitPrice,
  quantity: Quantity,
  currency: Currency,
  rounding: Rounding = "half_away",
): Money {
  return roundToMoney(multiplyDecimals(price, quantity), currency, rounding);
}

/** An exact amount in major units, rounded to whole minor units of its currency. */
export function roundToMoney(
  { units, scale }: Decimal,
  currency: Currency,
  rounding: Rounding = "half_away",
): Money {
  const minor = units * 10n ** BigInt(exponentOf(currency));
  return money(divideRounded(minor, 10n ** BigInt(scale), rounding), currency);
}
