import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../decimal";
import { roundToMoney } from "../price";
import { currencies, currency, EUR, USD } from "./currency";
import { add, decimalText, money, moneyText, subtract, sum } from "./money";

describe("an amount is written in major units", () => {
  test.each([
    // minor, currency, as a decimal, in a sentence
    [0n, "EUR", "0.00", "EUR 0.00"],
    [5n, "EUR", "0.05", "EUR 0.05"],
    [-5n, "EUR", "-0.05", "EUR -0.05"],
    [1_234_567_89n, "EUR", "1234567.89", "EUR 1,234,567.89"],
    [-1_000_00n, "USD", "-1000.00", "USD -1,000.00"],
    [1_234n, "JPY", "1234", "JPY 1,234"],
    [1_234n, "KWD", "1.234", "KWD 1.234"],
    [2n ** 63n - 1n, "EUR", "92233720368547758.07", "EUR 92,233,720,368,547,758.07"],
  ] as const)("%d %s", (minor, unit, text, sentence) => {
    const amount = money(minor, currency(unit));
    expect([decimalText(amount), moneyText(amount)]).toEqual([text, sentence]);
  });

  test("so that it reads back unchanged, in every currency", () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), fc.constantFrom(...currencies), (minor, unit) => {
        expect(roundToMoney(decimal(decimalText(money(minor, unit))), unit).minor).toBe(minor);
      }),
    );
  });
});

describe("amounts are added", () => {
  test("in one currency", () => {
    expect(add(money(1n, EUR), money(2n, EUR))).toEqual(money(3n, EUR));
    expect(subtract(money(1n, EUR), money(2n, EUR))).toEqual(money(-1n, EUR));
    expect(sum([], EUR)).toEqual(money(0n, EUR));
  });

  test("never across currencies", () => {
    expect(() => add(money(1n, EUR), money(2n, USD))).toThrow("Broken invariant");
    expect(() => sum([money(1n, USD)], EUR)).toThrow("Broken invariant");
  });
});
