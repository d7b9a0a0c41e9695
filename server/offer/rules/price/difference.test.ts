import { describe, expect, test } from "vitest";
import { differences } from "./difference";

describe("what a version changes", () => {
  test("is told item by item", () => {
    const before = [each("a", "1"), each("b", "2"), tiered("c", "1"), each("d", "1")];
    const after = [each("a", "1"), each("b", "3"), tiered("c", "2"), each("e", "1")];
    expect(differences(before, after).map(({ item, change }) => `${item.itemId} ${change}`)).toEqual([
      ...["a same", "b changed", "c changed", "e added", "d removed"],
    ]);
  });

  test("is everything when there was nothing before", () => {
    expect(differences([], [each("a", "1")])).toMatchObject([{ before: null, change: "added" }]);
  });
});

function each(itemId: string, unitPrice: string) {
  return { itemId, model: "per_unit" as const, unitPrice, tiers: null };
}

function tiered(itemId: string, flat: string) {
  return {
    itemId,
    model: "graduated" as const,
    unitPrice: null,
    tiers: [{ upTo: null, unitPrice: "1", flat }],
  };
}
