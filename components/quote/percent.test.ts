import { describe, expect, test } from "vitest";
import { partsPerMillionOf, percentText } from "./percent";

describe("a percentage as it is typed", () => {
  test.each([
    ["0", "0"],
    ["5", "50000"],
    ["12.5", "125000"],
    ["12,5", "125000"],
    [" 7.0001 ", "70001"],
    ["100", "1000000"],
    ["100.0001", null],
    ["-1", null],
    ["1.00001", null],
    ["", null],
    ["many", null],
  ])("%s", (typed, parts) => {
    expect(partsPerMillionOf(typed)).toBe(parts);
  });

  test.each([0n, 1n, 50_000n, 125_000n, 1_000_000n])("%s comes back as it was", (parts) => {
    expect(partsPerMillionOf(percentText(parts))).toBe(parts.toString());
  });
});
