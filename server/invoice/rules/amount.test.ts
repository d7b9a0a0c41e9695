import { describe, expect, test } from "vitest";
import { type Currency, EUR } from "@/server/core/money/currency";
import { amountOf } from "./amount";

describe("an amount as typed", () => {
  test.each([
    ["119", EUR, 11_900n],
    ["119.5", EUR, 11_950n],
    ["0.01", EUR, 1n],
    ["119.500", EUR, 11_950n],
    ["-3.00", EUR, -300n],
    ["1200", "JPY" as Currency, 1_200n],
    ["1.234", "KWD" as Currency, 1_234n],
  ])("%s %s is %s", (text, currency, minor) => {
    expect(amountOf(text, currency)).toEqual({ minor, currency });
  });

  test.each([
    ["119.005", EUR, "at most 2 decimal places"],
    ["1.5", "JPY" as Currency, "no decimal places"],
    ["1,50", EUR, "is not a decimal number"],
    ["", EUR, "is not a decimal number"],
  ])("%s %s is refused: %s", (text, currency, sentence) => {
    expect(() => amountOf(text, currency)).toThrow(sentence);
  });
});
