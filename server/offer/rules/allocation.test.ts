import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EUR } from "@/server/core/money/currency";
import { money, sum } from "@/server/core/money/money";
import { allocateBundle } from "./allocation";

const euros = (minor: bigint) => money(minor, EUR);

describe("a bundle's price", () => {
  test.each([
    // price, what each part costs alone, what each part gets (T9, T10)
    [99_00n, [60_00n, 45_00n, 15_00n], [49_50n, 37_13n, 12_37n]],
    [100_00n, [49_99n, 39_99n, 29_99n], [41_67n, 33_33n, 25_00n]],
    [100n, [0n, 0n, 0n], [34n, 33n, 33n]],
    [0n, [5n, 5n], [0n, 0n]],
  ])("of %s over %s is %s", (price, alone, parts) => {
    expect(allocateBundle(euros(price), alone.map(euros)).map(({ minor }) => minor)).toEqual(parts);
  });

  test("is the sum of its parts, always", () => {
    const anyParts = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), anyParts, (price, alone) => {
        expect(sum(allocateBundle(euros(price), alone.map(euros)), EUR).minor).toBe(price);
      }),
    );
  });
});
