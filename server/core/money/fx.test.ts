import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../decimal";
import { currency, EUR, USD } from "./currency";
import { convert } from "./fx";
import { money, subtract } from "./money";
import { partsPerMillion, portion } from "./rate";

describe("an amount is converted at its rate and rounded once", () => {
  test.each([
    // minor, from, to, rate, rounding, converted
    [65_93n, "EUR", "USD", "1.0837", "half_away", 71_45n],
    [6_59n, "EUR", "USD", "1.0837", "half_away", 7_14n],
    [-65_93n, "EUR", "USD", "1.0837", "half_away", -71_45n],
    [100_00n, "EUR", "JPY", "163.005", "half_away", 16_301n],
    [100_00n, "EUR", "JPY", "163.005", "half_even", 16_300n],
    [100_00n, "EUR", "JPY", "163.009", "down", 16_300n],
    [16_300n, "JPY", "EUR", "0.006135", "half_away", 100_00n],
    [10_00n, "EUR", "KWD", "0.33335", "half_away", 3_334n],
    [1_000n, "KWD", "EUR", "3", "half_away", 3_00n],
    [0n, "EUR", "USD", "1.0837", "half_away", 0n],
    [12_34n, "EUR", "EUR", "1", "half_away", 12_34n],
  ] as const)("%d %s to %s at %s, %s_", (minor, from, to, rate, rounding, converted) => {
    expect(convert(money(minor, currency(from)), currency(to), decimal(rate), rounding)).toEqual({
      minor: converted,
      currency: to,
    });
  });

  test("T4: of a payout the gross and the withholding, and the net is what is left", () => {
    const gross = money(65_93n, EUR);
    const withheld = portion(gross, partsPerMillion(100_000n));
    expect([withheld.minor, subtract(gross, withheld).minor]).toEqual([6_59n, 59_34n]);
    const [grossUsd, withheldUsd] = [gross, withheld].map(
      (one) => convert(one, USD, decimal("1.0837")).minor,
    );
    expect([grossUsd, withheldUsd, (grossUsd ?? 0n) - (withheldUsd ?? 0n)]).toEqual([71_45n, 7_14n, 64_31n]);
  });

  test.each(["0", "-1.1"])("unless the rate is %s", (rate) => {
    expect(() => convert(money(1n, EUR), USD, decimal(rate))).toThrow("Broken invariant");
  });
});

test("whatever is converted, its credit is converted to the same size", () => {
  const anyRate = fc.bigInt(1n, 10n ** 12n).map((units) => decimal(`${units}E-8`));
  const anyUnit = fc.constantFrom("JPY", "EUR", "KWD").map(currency);
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), anyUnit, anyUnit, anyRate, (minor, from, to, rate) => {
      expect(convert(money(-minor, from), to, rate).minor).toBe(-convert(money(minor, from), to, rate).minor);
    }),
  );
});
