import { describe, expect, test } from "vitest";
import { taxTerms } from "./tax";

describe("the tax of a line", () => {
  const day = "2026-03-31";
  // seller, customer, customer's tax id, tax class, day, category, parts per million
  const rows = [
    ["DE", "DE", "DE123", "standard", day, "S", 190_000n],
    ["DE", "DE", null, "standard", day, "S", 190_000n],
    ["AT", "AT", null, "standard", day, "S", 200_000n],
    ["CH", "CH", null, "standard", day, "S", 81_000n],
    ["CH", "CH", null, "standard", "2023-12-31", "S", 77_000n],
    ["FI", "FI", null, "standard", day, "S", 255_000n],
    ["SK", "SK", null, "standard", "2024-12-31", "S", 200_000n],
    ["DE", "DE", "DE123", "zero", day, "Z", 0n],
    ["DE", "FR", "FR123", "standard", day, "AE", 0n],
    ["DE", "FR", null, "standard", day, "S", 190_000n],
    ["DE", "CH", "CHE1", "standard", day, "O", 0n],
    ["CH", "DE", "DE123", "standard", day, "O", 0n],
    ["DE", "US", null, "zero", day, "O", 0n],
    ["US", "US", null, "standard", day, "O", 0n],
  ] as const;
  test.each(rows)(
    "from %s to %s (tax id %s), class %s, on %s is %s",
    (from, to, taxId, taxClass, on, category, rate) => {
      const terms = taxTerms({ country: from, taxId: "any" }, { country: to, taxId }, taxClass, on);
      expect(terms).toEqual({ category, rate });
    },
  );
});
