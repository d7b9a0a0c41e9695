import { describe, expect, test } from "vitest";
import { decimalWords } from "./decimal";

describe("a decimal is shown with every digit it has", () => {
  test.each([
    //                    value                      places  shown
    ["whole", "1234567", 0, "1,234,567"],
    ["tiny", "0.000012500000", 0, "0.0000125"],
    ["fifteen places", "10432.918273645001234", 0, "10,432.918273645001234"],
    ["padded", "4.2", 2, "4.20"],
    ["never cut", "4.125", 2, "4.125"],
    ["negative", "-1000.50", 2, "−1,000.50"],
    ["beyond a float", "9007199254740993.1", 0, "9,007,199,254,740,993.1"],
  ])("%s", (_name, value, places, shown) => {
    expect(decimalWords(value, places)).toBe(shown);
  });
});
