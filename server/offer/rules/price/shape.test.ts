import { describe, expect, test } from "vitest";
import type { PriceTier } from "../vocabulary";
import { readPrice } from "./shape";

describe("a price as somebody writes it", () => {
  test("is kept in its shortest form", () => {
    expect(readPrice({ model: "per_unit", unitPrice: "08.40", tiers: null }).unitPrice).toBe("8.4");
    const tiers = [
      { upTo: "100.0", unitPrice: "1.0", flat: "0.00" },
      { upTo: null, unitPrice: "0.50", flat: "0" },
    ];
    expect(readPrice({ model: "graduated", unitPrice: null, tiers }).tiers).toEqual([
      { upTo: "100", unitPrice: "1", flat: "0" },
      { upTo: null, unitPrice: "0.5", flat: "0" },
    ]);
  });

  test.each([
    ["Give the price.", { model: "flat", unitPrice: null, tiers: null }],
    ["is below zero", { model: "per_unit", unitPrice: "-1", tiers: null }],
    ["is not a decimal number", { model: "per_unit", unitPrice: "1,50", tiers: null }],
    ["Give at least one tier.", { model: "graduated", unitPrice: null, tiers: [] }],
    ["Tier 1 is the last: leave its end open.", { model: "graduated", unitPrice: null, tiers: [tier("5")] }],
    [
      "Tier 1 is not the last: give its end.",
      { model: "graduated", unitPrice: null, tiers: [tier(null), tier(null)] },
    ],
    [
      "Tier 1 must end above where it begins.",
      { model: "graduated", unitPrice: null, tiers: [tier("0"), tier(null)] },
    ],
    [
      "Tier 2 must end above where it begins.",
      { model: "graduated", unitPrice: null, tiers: [tier("5"), tier("5"), tier(null)] },
    ],
  ] as const)("is refused: %s", (sentence, written) => {
    expect(() => readPrice(written)).toThrow(sentence);
  });
});

function tier(upTo: string | null): PriceTier {
  return { upTo, unitPrice: "1", flat: "0" };
}
