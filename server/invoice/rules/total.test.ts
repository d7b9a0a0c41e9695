import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Currency, EUR } from "@/server/core/money/currency";
import { money, sum } from "@/server/core/money/money";
import { partsPerMillion, portion } from "@/server/core/money/rate";
import type { TaxCategory } from "./tax";
import { totalsOf } from "./total";

const line = (net: bigint, category: TaxCategory = "S", rate = 190_000n, currency: Currency = EUR) => ({
  net: money(net, currency),
  terms: { category, rate: partsPerMillion(rate) },
});

describe("the totals of an invoice", () => {
  // lines, tax of each category, tax of each line, gross
  const rows = [
    ["of one line", [line(10_000n)], [1_900n], [1_900n], 11_900n],
    [
      "round once for the category, not for each line",
      [line(3n), line(3n), line(3n)],
      [2n],
      [1n, 1n, 0n],
      11n,
    ],
    ["give the odd unit to the largest remainder", [line(10n), line(25n)], [7n], [2n, 5n], 42n],
    [
      "keep categories apart",
      [line(1_000n), line(500n, "AE", 0n), line(1_000n)],
      [380n, 0n],
      [190n, 0n, 190n],
      2_880n,
    ],
    [
      "keep rates of one category apart",
      [line(1_000n), line(1_000n, "S", 70_000n)],
      [190n, 70n],
      [190n, 70n],
      2_260n,
    ],
    ["mirror a credit", [line(-3n), line(-3n), line(-3n)], [-2n], [-1n, -1n, 0n], -11n],
    ["take a credit line among charges", [line(1_000n), line(-333n)], [127n], [190n, -63n], 794n],
    ["of lines that cancel out", [line(50n), line(-50n)], [0n], [10n, -10n], 0n],
    ["of nothing", [line(0n), line(0n)], [0n], [0n, 0n], 0n],
  ] as const;
  test.each(rows)("%s", (_name, lines, taxes, lineTaxes, gross) => {
    const totals = totalsOf(lines, EUR);
    expect(totals.taxes.map(({ tax }) => tax.minor)).toEqual(taxes);
    expect(totals.lineTaxes.map(({ minor }) => minor)).toEqual(lineTaxes);
    expect(totals.gross.minor).toBe(gross);
  });

  test.each([
    ["JPY", 1_001n, 100n],
    ["KWD", 1_005n, 101n],
  ])("are whole minor units of %s", (currency, net, tax) => {
    expect(totalsOf([line(net, "S", 100_000n, currency as Currency)], currency as Currency).tax.minor).toBe(
      tax,
    );
  });

  test("always add up, no line more than a unit from its own tax", () => {
    const net = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
    const terms = fc.constantFrom(["S", 190_000n], ["S", 70_000n], ["AE", 0n], ["Z", 0n], ["S", 81_000n]);
    const lines = fc.array(
      fc
        .tuple(net, terms)
        .map(([minor, [category, rate]]) => line(minor, category as TaxCategory, rate as bigint)),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(lines, (each) => {
        const totals = totalsOf(each, EUR);
        expect(sum(totals.lineTaxes, EUR)).toEqual(totals.tax);
        expect(
          sum(
            totals.taxes.map(({ base }) => base),
            EUR,
          ),
        ).toEqual(totals.net);
        each.forEach(({ net: own, terms: { rate } }, index) => {
          const off = (totals.lineTaxes[index]?.minor ?? 0n) - portion(own, rate).minor;
          expect(off >= -1n && off <= 1n).toBe(true);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
