import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EUR } from "@/server/core/money/currency";
import { money, subtract } from "@/server/core/money/money";
import { allocate, type Open } from "./allocate";

const open = (net: bigint, tax: bigint): Open => ({ net: money(net, EUR), tax: money(tax, EUR) });
const pairs = (lines: readonly Open[]) => lines.map(({ net, tax }) => [net.minor, tax.minor]);

describe("a payment", () => {
  // what is open, what is paid, what each line gets
  const rows = [
    [
      "of everything closes every line",
      [open(10_000n, 1_900n), open(500n, 95n)],
      12_495n,
      [
        [10_000n, 1_900n],
        [500n, 95n],
      ],
    ],
    [
      "of a part pays each line its share",
      [open(10_000n, 1_900n), open(5_000n, 950n)],
      8_925n,
      [
        [5_000n, 950n],
        [2_500n, 475n],
      ],
    ],
    [
      "gives odd cents to the largest remainder",
      [open(1n, 0n), open(3n, 0n), open(3n, 0n)],
      3n,
      [
        [1n, 0n],
        [1n, 0n],
        [1n, 0n],
      ],
    ],
    [
      "uses up a credit first",
      [open(10_000n, 1_900n), open(-1_000n, -190n)],
      5_355n,
      [
        [5_500n, 1_045n],
        [-1_000n, -190n],
      ],
    ],
    [
      "leaves a line of nothing alone",
      [open(100n, 19n), open(0n, 0n)],
      119n,
      [
        [100n, 19n],
        [0n, 0n],
      ],
    ],
  ] as const;
  test.each(rows)("%s", (_name, lines, paid, expected) => {
    expect(pairs(allocate(money(paid, EUR), lines))).toEqual(expected);
  });

  test("of more than is open is a defect of the caller", () => {
    expect(() => allocate(money(120n, EUR), [open(100n, 19n)])).toThrow("at most what is open");
  });
});

describe("any payments one after the other", () => {
  const line = fc
    .tuple(fc.bigInt({ min: -200n, max: 100_000n }), fc.bigInt({ min: 0n, max: 255_000n }))
    .map(([net, rate]) => open(net, (net * rate) / 1_000_000n));

  test("never pay a line more than is open, and the last one closes each exactly", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.array(fc.bigInt({ min: 1n, max: 50_000n }), { maxLength: 6 }),
        (lines, amounts) => {
          let left: readonly Open[] = lines;
          const total = () => left.reduce((whole, { net, tax }) => whole + net.minor + tax.minor, 0n);
          fc.pre(total() > 0n);
          for (const amount of [...amounts, 10n ** 18n]) {
            const paid = money([amount, total()].sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n, EUR);
            if (paid.minor === 0n) break;
            const parts = allocate(paid, left);
            expect(parts.reduce((whole, { net, tax }) => whole + net.minor + tax.minor, 0n)).toBe(paid.minor);
            left = left.map(({ net, tax }, index) => ({
              net: subtract(net, parts[index]?.net ?? net),
              tax: subtract(tax, parts[index]?.tax ?? tax),
            }));
            for (const { net, tax } of left) expect(net.minor >= 0n && tax.minor >= 0n).toBe(true);
          }
          expect(left.every(({ net, tax }) => net.minor === 0n && tax.minor === 0n)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
