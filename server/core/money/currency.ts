import { data } from "currency-codes";
import { invariant } from "../invariant";
import { Refusal } from "../refusal";

/** A currency of ISO 4217, by its three letters. */
export type Currency = string & { readonly unit: "ISO 4217 currency" };

/** ISO 4217 gives these no minor unit (metals, units of account, tests): nobody is paid in them. */
const withoutMinorUnit = new Set("XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split(" "));

const exponents = new Map(
  data.filter(({ code }) => !withoutMinorUnit.has(code)).map(({ code, digits }) => [code, digits]),
);

export const EUR = "EUR" as Currency;
export const USD = "USD" as Currency;

/** The currencies money can be in, in alphabetical order. */
export const currencies = [...exponents.keys()].sort() as readonly string[] as readonly Currency[];

export function isCurrency(text: string): text is Currency {
  return exponents.has(text);
}

/** Reads three letters as a currency, or refuses them by name. */
export function currency(text: string): Currency {
  if (!isCurrency(text)) {
    throw new Refusal("INVALID", `“${text.slice(0, 20)}” is not a currency of ISO 4217 with a minor unit.`);
  }
  return text;
}

/** How many decimal places the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217 list one). */
export function exponentOf(unit: Currency): number {
  const exponent = exponents.get(unit);
  invariant(exponent !== undefined, `${unit} is a currency with a minor unit`);
  return exponent;
}
