import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EUR } from "@/server/core/money/currency";
import { add, money, sum } from "@/server/core/money/money";
import { releaseParts } from "./release";

const eur = (minor: bigint) => money(minor, EUR);

describe("a payment releases its part of every share", () => {
  test.each([
    //                                   net    before paid   amounts                 released so far
    // released now
    ["all of it", 100n, 0n, 100n, [60n, 30n, 10n], [0n, 0n, 0n], [60n, 30n, 10n]],
    ["half of it", 100n, 0n, 50n, [60n, 30n, 10n], [0n, 0n, 0n], [30n, 15n, 5n]],
    ["the rest, exactly", 100n, 50n, 50n, [60n, 30n, 10n], [30n, 15n, 5n], [30n, 15n, 5n]],
    ["an odd cent by largest remainder", 7n, 0n, 3n, [4n, 2n, 1n], [0n, 0n, 0n], [2n, 1n, 0n]],
    ["a bearer gives while others get", 90n, 0n, 45n, [60n, 40n, -10n], [0n, 0n, 0n], [30n, 20n, -5n]],
    ["nothing was charged", 0n, 0n, 0n, [60n, -60n], [0n, 0n], [60n, -60n]],
  ] as const)("%s", (_name, net, before, paid, amounts, released, parts) => {
    const lines = amounts.map((amount, index) => ({
      amount: eur(amount),
      released: eur(released[index] ?? 0n),
    }));
    expect(releaseParts(eur(net), eur(before), eur(paid), lines).map(({ minor }) => minor)).toEqual(parts);
  });

  test("however an invoice is paid off, each payment is released whole and every line in the end", () => {
    const anyLine = fc.array(fc.bigInt(-500n, 10_000n), { minLength: 1, maxLength: 6 });
    const anyCuts = fc.array(fc.bigInt(0n, 10_000n), { maxLength: 5 });
    fc.assert(
      fc.property(anyLine, anyCuts, (amounts, cuts) => {
        const net = amounts.reduce((total, each) => total + each, 0n);
        fc.pre(net >= 0n);
        const stops = [...cuts.map((cut) => (cut * net) / 10_000n), net].sort((a, b) =>
          a < b ? -1 : a > b ? 1 : 0,
        );
        let lines = amounts.map((amount) => ({ amount: eur(amount), released: eur(0n) }));
        let before = 0n;
        for (const stop of stops) {
          const parts = releaseParts(eur(net), eur(before), eur(stop - before), lines);
          if (stop < net || before < net) expect(sum(parts, EUR).minor).toBe(stop - before);
          lines = lines.map((line, index) => ({
            ...line,
            released: add(line.released, parts[index] ?? eur(0n)),
          }));
          for (const { amount, released } of lines) {
            expect(
              amount.minor >= 0n
                ? released.minor <= amount.minor && released.minor >= 0n
                : released.minor >= amount.minor,
            ).toBe(true);
          }
          before = stop;
        }
        expect(lines.map(({ released }) => released.minor)).toEqual(amounts);
      }),
    );
  });
});
