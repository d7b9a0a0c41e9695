import { describe, expect, test } from "vitest";
import facts from "@/e2e/data/price-vectors.json";
import { decimal, decimalToText, ZERO } from "@/server/core/decimal";
import { EUR } from "@/server/core/money/currency";
import { priceAmount, type Quantities } from "./rating";
import type { PinnedPrice } from "./vocabulary";

describe("a price", () => {
  test.each([
    // the price, the quantity, what it costs
    ["flat 250", "0", "250"],
    ["flat 250", "12", "250"],
    ["per unit 8.4", "25", "210"],
    ["per unit 0.0000125", "1234567.89", "15.432098625"],
    ["per unit 8.4", "-2", "-16.8"],
    ["to 100 at 1, rest at 0.5", "0", "0"],
    ["to 100 at 1, rest at 0.5", "100", "100"],
    ["to 100 at 1, rest at 0.5", "110", "105"],
    ["to 10 at 10 and 2, to 20 at 5 and 3, rest at 5 and 3", "0", "2"],
    ["to 10 at 10 and 2, to 20 at 5 and 3, rest at 5 and 3", "10", "102"],
    ["to 10 at 10 and 2, to 20 at 5 and 3, rest at 5 and 3", "10.000000000000001", "105.000000000000005"],
    ["to 10 at 10 and 2, to 20 at 5 and 3, rest at 5 and 3", "21", "163"],
    ["to 10 at 10 and 2, rest at 5", "-3", "-28"],
  ])("of %s for %s is %s", (price, quantity, cost) => {
    expect(exactOf(priceOf(price), { quantity: decimal(quantity) })).toBe(cost);
  });

  test.each([
    // goes on from, the quantity, what is added
    ["flat 250", "3", "12", "0"],
    ["per unit 2", "3", "4", "8"],
    ["to 100 at 1, rest at 0.5", "90", "20", "15"],
    ["to 100 at 1, rest at 0.5", "110", "-20", "-15"],
    ["to 10 at 1 and 5, rest at 1 and 7", "10", "1", "8"],
    ["to 10 at 1 and 5, rest at 1 and 7", "11", "-1", "-8"],
  ])("of %s after %s goes on: %s costs %s", (price, before, quantity, cost) => {
    const asked = { quantity: decimal(quantity), quantityBefore: decimal(before) };
    expect(exactOf(priceOf(price), asked)).toBe(cost);
  });

  test("that is due once a period is not due again in one that was charged at zero", () => {
    const price = priceOf("to 10 at 1 and 5, rest at 1");
    expect(exactOf(price, { quantity: decimal("0") })).toBe("5");
    expect(exactOf(price, { quantity: decimal("3"), continues: true })).toBe("3");
    expect(exactOf(priceOf("flat 9"), { quantity: ZERO, continues: true })).toBe("0");
  });

  test("says how much fell into each tier", () => {
    const price = priceOf("to 100 at 1, to 200 at 0.5 and 3, rest at 0.25");
    const { tiers } = priceAmount(price, { quantity: decimal("150"), quantityBefore: decimal("90") }, EUR);
    expect(tiers).toEqual([
      { from: "0", upTo: "100", quantity: "10", unitPrice: "1", flat: "0", cost: "10" },
      { from: "100", upTo: "200", quantity: "100", unitPrice: "0.5", flat: "3", cost: "53" },
      { from: "200", upTo: null, quantity: "40", unitPrice: "0.25", flat: "0", cost: "10" },
    ]);
  });

  test("is rounded once", () => {
    const { amount } = priceAmount(priceOf("to 1 at 0.004, rest at 0.004"), { quantity: decimal("2") }, EUR);
    expect(amount.minor).toBe(1n);
  });
});

describe("numbers that others publish come out the same", () => {
  test.each(facts.perUnit)("$id", ({ unitPrice, quantity, amount }) => {
    const price: PinnedPrice = { model: "per_unit", unitPrice, tiers: null };
    expect(exactOf(price, { quantity: decimal(quantity) })).toBe(amount);
  });

  test.each(facts.graduated)("$id", ({ tiers, before, quantity, amount }) => {
    const price: PinnedPrice = { model: "graduated", unitPrice: null, tiers };
    const asked = { quantity: decimal(quantity), quantityBefore: decimal(before) };
    expect(exactOf(price, asked)).toBe(amount);
  });

  test("and what was left out says why", () => {
    for (const { reason } of facts.excluded) expect(reason.length).toBeGreaterThan(20);
  });
});

function exactOf(price: PinnedPrice, asked: Quantities): string {
  return decimalToText(priceAmount(price, asked, EUR).exact);
}

/** Reads a price as the tables above write it. */
function priceOf(text: string): PinnedPrice {
  const [, model, amount] = /^(flat|per unit) (.+)$/.exec(text) ?? [];
  if (amount) return { model: model === "flat" ? "flat" : "per_unit", unitPrice: amount, tiers: null };
  const tiers = text.split(", ").map((part) => {
    const [, upTo, unitPrice = "", flat = "0"] =
      /^(?:to (\S+)|rest) at (\S+)(?: and (\S+))?$/.exec(part) ?? [];
    return { upTo: upTo ?? null, unitPrice, flat };
  });
  return { model: "graduated", unitPrice: null, tiers };
}
