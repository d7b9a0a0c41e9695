import { describe, expect, test } from "vitest";
import { decimalToText } from "./decimal";
import { quantity } from "./quantity";

describe("a quantity", () => {
  test.each([
    ["0.000000000000001", "0.000000000000001"],
    ["744.000000000000000", "744"],
    ["-3", "-3"],
    ["12345678901234567890123.5", "12345678901234567890123.5"],
    ["1.0000000000000000", "1"],
  ])("of %s is kept exactly", (text, kept) => {
    expect(decimalToText(quantity(text))).toBe(kept);
  });

  test.each(["0.0000000000000001", "1e-16", "1e23", "ten", ""])("of “%s” is refused by name", (text) => {
    expect(() => quantity(text)).toThrow(`“${text}”`);
  });
});
