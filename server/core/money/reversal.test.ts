import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EUR, USD } from "./currency";
import { add, type Money, money, negate, subtract, sum } from "./money";
import { reverse } from "./reversal";
import { split } from "./split";

const euros = (minor: readonly bigint[]) => minor.map((units) => money(units, EUR));
const minorOf = (amounts: readonly Money[]) => amounts.map(({ minor }) => minor);

describe("a refund is taken back from the legs that were paid", () => {
  test.each([
    // name, refund, paid, remaining, taken
    ["T2: in proportion to what was paid", 3n, [4n, 2n, 1n], [4n, 2n, 1n], [2n, 1n, 0n]],
    ["whole", 7n, [4n, 2n, 1n], [4n, 2n, 1n], [4n, 2n, 1n]],
    ["the rest after T2", 4n, [4n, 2n, 1n], [2n, 1n, 1n], [2n, 1n, 1n]],
    ["nothing", 0n, [4n, 2n, 1n], [4n, 2n, 1n], [0n, 0n, 0n]],
    ["nothing of nothing", 0n, [0n, 0n], [0n, 0n], [0n, 0n]],
    ["from whoever still has something", 5n, [60n, 30n, 10n], [0n, 30n, 10n], [0n, 4n, 1n]],
    ["by what was paid, not by what remains", 10n, [50n, 50n], [10n, 50n], [5n, 5n]],
    ["from the last with room", 10n, [60n, 30n, 10n], [1n, 0n, 9n], [1n, 0n, 9n]],
    ["past a leg that was paid nothing", 3n, [0n, 4n, 0n], [0n, 4n, 0n], [0n, 3n, 0n]],
    ["of a credit, mirrored", -3n, [-4n, -2n, -1n], [-4n, -2n, -1n], [-2n, -1n, 0n]],
    [
      "T3: the part of the legs when the fee is given back as well",
      781_32n,
      [727_50n, 145_50n, 232_80n, 58_20n],
      [727_50n, 145_50n, 232_80n, 58_20n],
      [488_33n, 97_66n, 156_26n, 39_07n],
    ],
    [
      "T3: when the fee is kept",
      805_48n,
      [727_50n, 145_50n, 232_80n, 58_20n],
      [727_50n, 145_50n, 232_80n, 58_20n],
      [503_43n, 100_68n, 161_10n, 40_27n],
    ],
  ] as const)("%s", (_name, refund, paid, remaining, taken) => {
    expect(minorOf(reverse(money(refund, EUR), euros(paid), euros(remaining)))).toEqual(taken);
  });

  test("where a new split of what is left would pay a leg more than before", () => {
    // The Alabama paradox: 4 split 1/3/3 gives 0/2/2, 3 split gives 1/1/1.
    const paid = split(money(4n, EUR), [1n, 3n, 3n]);
    expect(minorOf(paid)).toEqual([0n, 2n, 2n]);
    expect(minorOf(reverse(money(1n, EUR), paid, paid))).toEqual([0n, 1n, 0n]);
  });

  test.each([
    ["asks for more than remains", 2n, [4n, 2n], [1n, 0n], "no more than what remains"],
    ["leaves a leg more than it was paid", 1n, [4n, 2n], [4n, 3n], "no leg has more left"],
    ["loses a leg", 1n, [4n, 2n], [4n], "every leg that was paid"],
    ["mixes charges and credits", 1n, [4n, -2n], [4n, -2n], "one sign"],
  ] as const)("unless it %s", (_name, refund, paid, remaining, statement) => {
    expect(() => reverse(money(refund, EUR), euros(paid), euros(remaining))).toThrow(statement);
  });

  test("unless it is in another currency", () => {
    expect(() => reverse(money(1n, USD), euros([1n]), euros([1n]))).toThrow("Broken invariant");
  });
});

describe("in 20,000 random deals refunded bit by bit", () => {
  const anyDeal = fc.record({
    whole: fc.bigInt(0n, 10n ** 9n),
    weights: fc
      .array(fc.bigInt(0n, 10n ** 6n), { minLength: 1, maxLength: 6 })
      .filter((weights) => weights.some((weight) => weight > 0n)),
    shares: fc.array(fc.bigInt(0n, 100n), { minLength: 1, maxLength: 4 }),
    sign: fc.constantFrom(1n, -1n),
  });

  test("every refund adds up, no leg gives more than it has, and in the end all is given back", () => {
    fc.assert(
      fc.property(anyDeal, ({ whole, weights, shares, sign }) => {
        const paid = split(money(sign * whole, EUR), weights);
        let remaining = paid;
        let given: readonly Money[] = paid.map(() => money(0n, EUR));
        for (const share of [...shares, 100n]) {
          const refund = money((sum(remaining, EUR).minor * share) / 100n, EUR);
          const taken = reverse(refund, paid, remaining);
          if (sum(taken, EUR).minor !== refund.minor) throw new Error("the parts miss the refund");
          taken.forEach(({ minor }, leg) => {
            const [part, room] = [sign * minor, sign * (remaining[leg]?.minor ?? 0n)];
            if (part < 0n || part > room) throw new Error(`leg ${leg} gives ${part} of ${room}`);
          });
          remaining = remaining.map((amount, leg) => subtract(amount, taken[leg] ?? amount));
          given = given.map((amount, leg) => add(amount, taken[leg] ?? negate(amount)));
        }
        if (minorOf(given).join() !== minorOf(paid).join()) throw new Error("not all was given back");
      }),
      { numRuns: 20_000 },
    );
  });
});
