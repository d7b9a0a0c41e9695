import { describe, expect, test } from "vitest";
import { reverse } from "@/server/core/money/reversal";
import { split } from "@/server/core/money/split";
import { prorate } from "@/server/core/proration";
import { divide } from "./divide";
import { earned, eur, feeAfter, feeBefore, line, sale } from "./fixtures";
import type { FeeTerms, LegSelector, RuleBody } from "./vocabulary";

const discounted = sale(1, "O", "C", 9000n, { amount: 1000n, bearer: "O" });

const roles = [
  ["supplier", "S"],
  ["operator", "O"],
  ["distributor", "D"],
  ["reseller", "R"],
  ["sub_reseller", "U"],
] as const;
const four = [
  ["supplier", 625_000],
  ["distributor", 125_000],
  ["reseller", 200_000],
  ["sub_reseller", 50_000],
] as const;
const waterfall = (
  legs: readonly (readonly [LegSelector, number])[],
  fee: FeeTerms | null = null,
): RuleBody => ({
  mode: "waterfall",
  fee,
  legs: legs.map(([selector, rate]) => ({ selector, rate: rate.toString() })),
});

describe("a line is divided by a waterfall", () => {
  const simple = [
    ["supplier", 700_000],
    ["operator", 300_000],
  ] as const;
  const annual = [sale(0, "S", "O", 0n), sale(1, "O", "C", 120_000n)];
  test.each([
    //                                        legs                                        rule
    // each party's part
    [
      "T1: to the largest remainder",
      [sale(0, "S", "O", 0n), sale(1, "O", "C", 7n)],
      waterfall([
        ["supplier", 600_000],
        ["operator", 300_000],
        ["reseller", 100_000],
      ]),
      { S: 4n, O: 2n, R: 1n },
    ],
    [
      "T12: the operator bears the discount",
      [sale(0, "S", "O", 0n), discounted],
      waterfall(simple),
      { S: 7000n, O: 2000n },
    ],
    [
      "T3: a fee goes first",
      annual,
      waterfall(four, feeBefore),
      { S: 72_750n, D: 14_550n, R: 23_280n, U: 5820n, cloudbay: 3600n },
    ],
    [
      "a fee after the split, from each leg",
      annual,
      waterfall(four, feeAfter),
      { S: 72_750n, D: 14_550n, R: 23_280n, U: 5820n, cloudbay: 3600n },
    ],
  ] as const)("%s", (_name, legs, rule, parts) => {
    expect(earned(divide(line(legs, roles), rule))).toEqual(parts);
  });

  test("a tier that the deal lacks gives its part to the one above", () => {
    const short = line(
      annual,
      roles.filter(([role]) => role !== "sub_reseller" && role !== "reseller"),
    );
    expect(earned(divide(short, waterfall(four)))).toEqual({ S: 75_000n, D: 45_000n });
  });

  test("T3: a churn gives back in bounds, with or without the fee", () => {
    const parts = divide(line(annual, roles), waterfall(four, feeBefore));
    const paid = parts.filter(({ kind }) => kind !== "fee").map(({ amount }) => amount);
    const unused = prorate(eur(120_000n), 245, 365);
    expect(unused.minor).toBe(80_548n);
    const [fee, rest] = split(unused, [3600n, 116_400n]);
    expect(fee?.minor).toBe(2416n);
    expect(reverse(rest ?? eur(0n), paid, paid).map(({ minor }) => minor)).toEqual([
      48_833n,
      9766n,
      15_626n,
      3907n,
    ]);
    expect(reverse(unused, paid, paid).map(({ minor }) => minor)).toEqual([50_343n, 10_068n, 16_110n, 4027n]);
  });

  test("that does not promise the whole is a defect", () => {
    expect(() => divide(line(annual, roles), waterfall([["supplier", 700_000]]))).toThrow("Broken invariant");
  });
});
