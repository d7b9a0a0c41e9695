import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, decimalToText } from "./decimal";
import { currency } from "./money/currency";
import type { Rounding } from "./money/rounding";
import { lineAmount, roundToMoney, unitPrice } from "./price";
import { quantity } from "./quantity";

describe("a unit price", () => {
  test.each([
    ["0.000000000001", "0.000000000001"],
    ["49.990000000000", "49.99"],
    ["0", "0"],
  ])("of %s is kept exactly", (text, kept) => {
    expect(decimalToText(unitPrice(text))).toBe(kept);
  });

  test.each(["0.0000000000001", "1e26", "-0.01", "free", ""])("of “%s” is refused by name", (text) => {
    expect(() => unitPrice(text)).toThrow(`“${text}”`);
  });

  test("may lie below zero where that is asked for", () => {
    expect(decimalToText(unitPrice("-0.01", "any"))).toBe("-0.01");
  });
});

describe("a line is rounded once", () => {
  test.each([
    // price, quantity, currency, rounding, minor units
    ["0.004", "250", "EUR", "half_away", 100n],
    ["0.0333", "150", "EUR", "half_away", 500n],
    ["0.045", "1", "EUR", "half_away", 5n],
    ["0.045", "1", "EUR", "half_even", 4n],
    ["0.055", "1", "EUR", "half_even", 6n],
    ["0.045", "1", "EUR", "down", 4n],
    ["0.045", "-1", "EUR", "half_away", -5n],
    ["0.045", "-1", "EUR", "down", -4n],
    ["0.000000000001", "5000000000", "EUR", "half_away", 1n],
    ["0.000000000001", "4999999999.999999999999999", "EUR", "half_away", 0n],
    ["1.5", "1", "JPY", "half_away", 2n],
    ["0.0005", "1", "KWD", "half_away", 1n],
    ["33.335", "1", "KWD", "half_away", 33_335n],
    ["99999999999999.99", "3", "EUR", "half_away", 29999999999999997n],
    ["12.50", "0", "EUR", "half_away", 0n],
  ] as const)("%s × %s in %s, %s_", (price, amount, unit, rounding, minor) => {
    expect(lineAmount(unitPrice(price), quantity(amount), currency(unit), rounding)).toEqual({
      minor,
      currency: unit,
    });
  });

  test("by the half away from zero, unless another way is named", () => {
    expect(lineAmount(unitPrice("0.025"), quantity("1"), currency("EUR")).minor).toBe(3n);
    expect(roundToMoney(decimal("-0.025"), currency("EUR")).minor).toBe(-3n);
  });
});

describe("whatever is rounded to money", () => {
  const anyAmount = fc
    .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 20 }))
    .map(([units, scale]) => decimal(`${units}E-${scale}`));
  const anyUnit = fc.constantFrom("JPY", "EUR", "KWD").map(currency);
  const exponents: Record<string, number> = { JPY: 0, EUR: 2, KWD: 3 };
  const anyRounding = fc.constantFrom<Rounding>("half_away", "half_even", "down");

  test("is less than a minor unit off the exact amount, at most half of one where halves decide", () => {
    fc.assert(
      fc.property(anyAmount, anyUnit, anyRounding, (amount, unit, rounding) => {
        const rounded = roundToMoney(amount, unit, rounding).minor;
        const whole = 10n ** BigInt(amount.scale);
        const off = amount.units * 10n ** BigInt(exponents[unit] ?? 0) - rounded * whole;
        const distance = off < 0n ? -off : off;
        expect(rounding === "down" ? distance < whole : 2n * distance <= whole).toBe(true);
      }),
    );
  });
});
