import { invariant } from "../invariant";

/** How a fraction of a unit becomes whole: halves away from zero, halves to the even, or cut towards zero. */
export type Rounding = "half_away" | "half_even" | "down";

/** The one division on money: a quotient rounded to a whole, the same for an amount and for its refund. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  invariant(denominator !== 0n, "nothing is divided by zero");
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const [size, parts] = [absolute(numerator), absolute(denominator)];
  const whole = size / parts;
  return sign * (roundsUp[rounding](whole, 2n * (size % parts) - parts) ? whole + 1n : whole);
}

/** `overHalf` is negative below a half, zero at it and positive above. */
const roundsUp: Record<Rounding, (whole: bigint, overHalf: bigint) => boolean> = {
  half_away: (_whole, overHalf) => overHalf >= 0n,
  half_even: (whole, overHalf) => overHalf > 0n || (overHalf === 0n && whole % 2n === 1n),
  down: () => false,
};

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
