import { code, codes } from "currency-codes";
import { Refusal } from "../refusal";

/** A currency of ISO 4217, by its three letters. */
export type Currency = string & { readonly unit: "ISO 4217 currency" };

const known = new Set(codes());

export const EUR = "EUR" as Currency;
export const USD = "USD" as Currency;

export function isCurrency(text: string): text is Currency {
  return known.has(text);
}

/** Reads three letters as a currency, or refuses them by name. */
export function currency(text: string): Currency {
  if (!isCurrency(text)) throw new Refusal("INVALID", `“${text}” is not a currency of ISO 4217.`);
  return text;
}

/** How many decimal places the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217 list one). */
export function exponentOf(unit: Currency): number {
  return code(unit)?.digits ?? 2;
}
