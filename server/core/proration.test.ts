import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromText, endOfDay, periodAt, startOfDay } from "./calendar";
import { EUR } from "./money/currency";
import { money, subtract } from "./money/money";
import { days } from "./period";
import { prorate } from "./proration";

describe("an amount is prorated by day", () => {
  test.each([
    // amount, days used, days of the period, part
    [30_00n, 20, 30, 20_00n],
    [90_00n, 20, 30, 60_00n],
    [1_200_00n, 245, 365, 805_48n],
    [1n, 1, 2, 1n],
    [-1n, 1, 2, -1n],
    [100n, 1, 3, 33n],
    [100n, 2, 3, 67n],
    [100n, 0, 31, 0n],
    [100n, 31, 31, 100n],
  ] as const)("%d over %i of %i days: %d", (amount, used, whole, part) => {
    expect(prorate(money(amount, EUR), used, whole).minor).toBe(part);
  });

  test.each([
    ["half a day", 0.5, 30],
    ["a period without days", 0, 0],
    ["days before it", -1, 30],
    ["more days than it has", 31, 30],
    ["no number of days", Number.NaN, 30],
  ] as const)("but never over %s", (_name, used, whole) => {
    expect(() => prorate(money(1n, EUR), used, whole)).toThrow("Broken invariant");
  });
});

describe("T5: in a month of 30 days, 30.00 becomes 90.00 with 20 days left", () => {
  const vienna = "Europe/Vienna";
  const changedAt = new Date("2026-06-11T13:45:00Z");
  const month = periodAt(1, vienna, changedAt);

  test("at the start of the day of the change, which belongs to the new plan", () => {
    const left = days({ from: startOfDay(changedAt, vienna), to: month.to }, vienna);
    const credit = prorate(money(30_00n, EUR), left, days(month, vienna));
    const charge = prorate(money(90_00n, EUR), left, days(month, vienna));
    expect([left, credit.minor, charge.minor, subtract(charge, credit).minor]).toEqual([
      20,
      20_00n,
      60_00n,
      40_00n,
    ]);
  });

  test("and a termination at the end of its day, which is charged", () => {
    const used = days({ from: month.from, to: endOfDay(changedAt, vienna) }, vienna);
    expect([used, prorate(money(30_00n, EUR), used, days(month, vienna)).minor]).toEqual([11, 11_00n]);
  });

  test("also in a month whose clocks change", () => {
    const march = periodAt(1, vienna, dayFromText("2026-03-10", vienna));
    const left = days({ from: dayFromText("2026-03-29", vienna), to: march.to }, vienna);
    expect([left, days(march, vienna)]).toEqual([3, 31]);
  });
});

test("whatever is prorated, used and unused are at most one unit off the whole", () => {
  const anyDays = fc
    .integer({ min: 1, max: 366 })
    .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), anyDays, (minor, [used, whole]) => {
      const parts = [used, whole - used].map((count) => prorate(money(minor, EUR), count, whole).minor);
      const off = (parts[0] ?? 0n) + (parts[1] ?? 0n) - minor;
      expect(off >= -1n && off <= 1n).toBe(true);
    }),
  );
});
