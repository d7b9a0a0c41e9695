import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideRounded, type Rounding } from "./rounding";

describe("a quotient is rounded by name", () => {
  test.each([
    // numerator, denominator, half_away, half_even, down
    [0n, 3n, 0n, 0n, 0n],
    [1n, 3n, 0n, 0n, 0n],
    [2n, 3n, 1n, 1n, 0n],
    [1n, 2n, 1n, 0n, 0n],
    [3n, 2n, 2n, 2n, 1n],
    [5n, 2n, 3n, 2n, 2n],
    [-1n, 2n, -1n, 0n, 0n],
    [-5n, 2n, -3n, -2n, -2n],
    [5n, -2n, -3n, -2n, -2n],
    [-5n, -2n, 3n, 2n, 2n],
    [6n, 3n, 2n, 2n, 2n],
    [10n ** 30n + 5n, 10n, 10n ** 29n + 1n, 10n ** 29n, 10n ** 29n],
  ] as const)("%d / %d", (numerator, denominator, halfAway, halfEven, down) => {
    expect(divideRounded(numerator, denominator, "half_away")).toBe(halfAway);
    expect(divideRounded(numerator, denominator, "half_even")).toBe(halfEven);
    expect(divideRounded(numerator, denominator, "down")).toBe(down);
  });

  test("unless it divides by zero", () => {
    expect(() => divideRounded(1n, 0n, "down")).toThrow("Broken invariant");
  });
});

describe("whatever is divided, however", () => {
  const anyWhole = fc.bigInt(-(10n ** 24n), 10n ** 24n);
  const anyDivisor = fc.bigInt(1n, 10n ** 12n);
  const anyRounding = fc.constantFrom<Rounding>("half_away", "half_even", "down");

  test("a refund is rounded as the sale was", () => {
    fc.assert(
      fc.property(anyWhole, anyDivisor, anyRounding, (numerator, denominator, rounding) => {
        const forth = divideRounded(numerator, denominator, rounding);
        expect(divideRounded(-numerator, denominator, rounding)).toBe(-forth);
        expect(divideRounded(numerator, -denominator, rounding)).toBe(-forth);
      }),
    );
  });

  test("a whole quotient is left alone", () => {
    fc.assert(
      fc.property(anyWhole, anyDivisor, anyRounding, (quotient, denominator, rounding) => {
        expect(divideRounded(quotient * denominator, denominator, rounding)).toBe(quotient);
      }),
    );
  });

  test("more is never rounded to less", () => {
    fc.assert(
      fc.property(
        anyWhole,
        fc.bigInt(0n, 100n),
        anyDivisor,
        anyRounding,
        (from, more, denominator, rounding) => {
          const [less, greater] = [from, from + more].map((one) => divideRounded(one, denominator, rounding));
          expect((less ?? 0n) <= (greater ?? 0n)).toBe(true);
        },
      ),
    );
  });
});
