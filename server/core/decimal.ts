import { Refusal } from "./refusal";

/**
 * An exact decimal number: `units` divided by ten to the power of `scale`. Kept in lowest form (no trailing
 * zeros, `scale` never negative), so that equal numbers are deeply equal and `1.50` is `1.5`.
 */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** The places of the longest product we keep: a price (12) times a quantity (15). */
const placesMax = 27;
/** The whole digits of that product: of numeric(38,12) and numeric(38,15), 26 and 23. */
const wholeDigitsMax = 49;
const textMax = 120;

export const ZERO: Decimal = { units: 0n, scale: 0 };

/**
 * Reads a number as people, files and Postgres write it: `-12.50`, `1.2E-7`.
 * Refuses anything else by name: an empty text, `NaN`, spaces, `.5`, `1,000`, and numbers too long to keep.
 */
export function decimal(text: string): Decimal {
  const read = text.length > textMax ? null : /^([+-]?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!read) throw new Refusal("INVALID", `“${shown(text)}” is not a decimal number.`);
  const [, whole = "", fraction = "", exponent = "0"] = read;
  const result = shifted(BigInt(whole + fraction), fraction.length - Number(exponent));
  if (result.scale > placesMax) {
    throw new Refusal("INVALID", `“${shown(text)}” has more than ${placesMax} decimal places.`);
  }
  if (wholeDigits(result) > wholeDigitsMax) {
    throw new Refusal("INVALID", `“${shown(text)}” has more than ${wholeDigitsMax} digits before the point.`);
  }
  return result;
}

/** The number in plain notation, never with an exponent; `decimal` reads it back unchanged. */
export function decimalToText({ units, scale }: Decimal): string {
  if (scale === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function fromInteger(units: bigint): Decimal {
  return { units, scale: 0 };
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return lowest(unitsAt(left, scale) + unitsAt(right, scale), scale);
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return addDecimals(left, negateDecimal(right));
}

/** The exact product: nothing is rounded here. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return lowest(left.units * right.units, left.scale + right.scale);
}

export function negateDecimal({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

/** Less than nothing, nothing, or more, as `sort` expects it. */
export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const scale = Math.max(left.scale, right.scale);
  const [first, second] = [unitsAt(left, scale), unitsAt(right, scale)];
  return first < second ? -1 : first > second ? 1 : 0;
}

export function isZero({ units }: Decimal): boolean {
  return units === 0n;
}

/** How many digits stand before the point; none for a number below one. */
export function wholeDigits({ units, scale }: Decimal): number {
  return units === 0n ? 0 : Math.max(0, (units < 0n ? -units : units).toString().length - scale);
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

function shifted(units: bigint, scale: number): Decimal {
  return scale < 0 ? fromInteger(units * 10n ** BigInt(-scale)) : lowest(units, scale);
}

function lowest(units: bigint, scale: number): Decimal {
  if (units === 0n) return ZERO;
  let [kept, places] = [units, scale];
  while (places > 0 && kept % 10n === 0n) {
    kept /= 10n;
    places -= 1;
  }
  return { units: kept, scale: places };
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
