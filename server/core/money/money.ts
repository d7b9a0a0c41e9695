import { invariant } from "../invariant";
import { type Currency, exponentOf } from "./currency";

/** A whole number of a currency's smallest unit. Never a fraction, never a float. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function add(left: Money, right: Money): Money {
  invariant(left.currency === right.currency, "money is added in one currency");
  return money(left.minor + right.minor, left.currency);
}

export function subtract(left: Money, right: Money): Money {
  return add(left, negate(right));
}

export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency);
}

/** The currency is asked for, because an empty list has none. */
export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, money(0n, currency));
}

/** The amount in major units, exactly, as `1234.50`; what CSV files and sentences show. */
export function decimalText({ minor, currency }: Money): string {
  const digits = exponentOf(currency);
  const all = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
  return minor < 0n ? `-${whole}` : whole;
}

/** The amount for a sentence, as `EUR 1,234.50`. */
export function moneyText(amount: Money): string {
  const [whole = "", fraction] = decimalText(amount).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount.currency} ${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}
