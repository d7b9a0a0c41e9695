import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDecimals, type Decimal, decimal, subtractDecimals, ZERO } from "@/server/core/decimal";
import { type Currency, EUR } from "@/server/core/money/currency";
import type { PinnedPrice } from "@/server/offer/rules/vocabulary";
import { type LegTerms, type Measure, rateLeg } from "./rate-leg";

const perUnit = (unitPrice: string): PinnedPrice => ({ model: "per_unit", unitPrice, tiers: null });
const flat = (unitPrice: string): PinnedPrice => ({ model: "flat", unitPrice, tiers: null });
const graduated: PinnedPrice = {
  model: "graduated",
  unitPrice: null,
  tiers: [
    { upTo: "100", unitPrice: "1", flat: "0" },
    { upTo: null, unitPrice: "0.5", flat: "0" },
  ],
};
const leg = (price: PinnedPrice, discountRate = 0n, currency: Currency = EUR): LegTerms => ({
  price,
  currency,
  discountRate,
});
const measure = (quantity: string, given: Partial<Measure> = {}): Measure => ({
  quantity: decimal(quantity),
  quantityBefore: ZERO,
  continues: false,
  daysCharged: 30,
  daysOfPeriod: 30,
  ...given,
});
const part = (daysCharged: number, daysOfPeriod: number) => ({ daysCharged, daysOfPeriod });
const goingOn = (before: string) => ({ quantityBefore: decimal(before), continues: true });

describe("a leg", () => {
  // leg, measure, list amount, discount amount
  const rows = [
    ["is rounded once", leg(perUnit("0.0049")), measure("1.5"), 1n, 0n],
    [
      "takes a price of 12 places and a quantity of 15",
      leg(perUnit("0.000000123456")),
      measure("1000000.123456789012345"),
      12n,
      0n,
    ],
    ["is cut to the days charged", leg(flat("30.00")), measure("1", part(20, 30)), 2_000n, 0n],
    ["is cut before it is rounded", leg(perUnit("0.105")), measure("1", part(15, 31)), 5n, 0n],
    ["of the plan before a change (T5)", leg(flat("30.00")), measure("1", part(10, 30)), 1_000n, 0n],
    ["of the plan after a change (T5)", leg(flat("90.00")), measure("1", part(20, 30)), 6_000n, 0n],
    ["gives a percentage off its list amount", leg(perUnit("9.99"), 125_000n), measure("7"), 6_993n, 874n],
    ["of 90 units in June (T7)", leg(graduated), measure("90"), 9_000n, 0n],
    ["of 20 late units of June (T7)", leg(graduated), measure("20", goingOn("90")), 1_500n, 0n],
    [
      "of late usage has the discount of its month",
      leg(graduated, 100_000n),
      measure("20", goingOn("90")),
      1_500n,
      150n,
    ],
    ["charges what is due once a period once", leg(flat("5.00")), measure("3", goingOn("0")), 0n, 0n],
    ["gives back a correction", leg(graduated), measure("-20", goingOn("110")), -1_500n, 0n],
    ["is whole yen", leg(perUnit("0.5"), 0n, "JPY" as Currency), measure("3"), 2n, 0n],
    ["is whole fils", leg(perUnit("0.0005"), 0n, "KWD" as Currency), measure("3"), 2n, 0n],
  ] as const;
  test.each(rows)("%s", (_name, terms, given, list, discount) => {
    const { listAmount, discountAmount, amount } = rateLeg(terms, given);
    expect([listAmount.minor, discountAmount.minor]).toEqual([list, discount]);
    expect(amount.minor).toBe(list - discount);
  });

  test("says how it was worked out", () => {
    expect(rateLeg(leg(graduated, 100_000n), measure("20", goingOn("90"))).working).toEqual({
      model: "graduated",
      quantity: "20",
      quantityBefore: "90",
      unitPrice: null,
      tiers: [
        { from: "0", upTo: "100", quantity: "10", unitPrice: "1", flat: "0", cost: "10" },
        { from: "100", upTo: null, quantity: "10", unitPrice: "0.5", flat: "0", cost: "5" },
      ],
      exact: "15",
      ...part(30, 30),
      discountRate: "100000",
    });
  });
});

describe("usage that comes in any number of parts", () => {
  const quantity = fc.bigInt({ min: 0n, max: 10n ** 18n }).map((units): Decimal => decimal(`${units}e-12`));
  const prices = fc.constantFrom(graduated, perUnit("0.000123456789"), flat("5"));

  test("costs what the whole costs, to the cent, list and discount", () => {
    fc.assert(
      fc.property(
        prices,
        fc.bigInt({ min: 0n, max: 1_000_000n }),
        fc.array(quantity, { minLength: 1, maxLength: 8 }),
        (price, rate, parts) => {
          const terms = leg(price, rate);
          let before = ZERO;
          let [list, discount] = [0n, 0n];
          for (const [index, each] of parts.entries()) {
            const rated = rateLeg(terms, {
              ...measure("0"),
              quantity: each,
              quantityBefore: before,
              continues: index > 0,
            });
            list += rated.listAmount.minor;
            discount += rated.discountAmount.minor;
            before = addDecimals(before, each);
          }
          const whole = rateLeg(terms, { ...measure("0"), quantity: before });
          expect([list, discount]).toEqual([whole.listAmount.minor, whole.discountAmount.minor]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("and is given back whole by a correction of the same size", () => {
    fc.assert(
      fc.property(prices, quantity, quantity, (price, first, more) => {
        const all = addDecimals(first, more);
        const added = rateLeg(leg(price), {
          ...measure("0"),
          quantity: more,
          quantityBefore: first,
          continues: true,
        });
        const back = {
          ...measure("0"),
          quantity: subtractDecimals(ZERO, more),
          quantityBefore: all,
          continues: true,
        };
        expect(rateLeg(leg(price), back).amount.minor).toBe(-added.amount.minor);
      }),
    );
  });
});
