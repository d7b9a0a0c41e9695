import { describe, expect, test } from "vitest";
import facts from "@/e2e/data/core-vectors.json";
import { billingPeriods, dayFromText, dayText, periodAt } from "./calendar";
import { type Decimal, decimal } from "./decimal";
import { EUR } from "./money/currency";
import { convert } from "./money/fx";
import { money } from "./money/money";
import { divideRounded, type Rounding } from "./money/rounding";
import { split } from "./money/split";
import { days } from "./period";
import { lineAmount, unitPrice } from "./price";
import { prorate } from "./proration";
import { quantity } from "./quantity";

const amountOf = (minor: string) => money(BigInt(minor), EUR);

describe("numbers that others publish come out the same", () => {
  test.each(facts.split)("split: $id", ({ whole, weights, parts }) => {
    expect(split(amountOf(whole), weights.map(BigInt))).toEqual(parts.map(amountOf));
  });

  test.each(facts.proration)("prorated: $id, $amount", ({ amount, daysUsed, daysOfPeriod, part }) => {
    expect(prorate(amountOf(amount), daysUsed, daysOfPeriod)).toEqual(amountOf(part));
  });

  test.each(facts.lines)("a line: $id", (line) => {
    const rounding = line.rounding as Rounding;
    const amount = lineAmount(unitPrice(line.price), quantity(line.quantity), EUR, rounding);
    const rate = decimal("rate" in line && line.rate ? line.rate : "1");
    expect(convert(amount, EUR, rate, rounding)).toEqual(amountOf(line.amount));
  });

  test.each(facts.cycles)("periods billed in advance: $id", (deal) => {
    expect(cyclesBilled(deal)).toEqual(decimal(deal.cycles));
  });
});

test("what was left out says why", () => {
  for (const { reason } of facts.excluded) expect(reason.length).toBeGreaterThan(20);
});

type Deal = (typeof facts.cycles)[number];

/** How many periods are billed in advance: days over days of the period, rounded to nine places each. */
function cyclesBilled({ months, anchorDay, start, end, billedUpTo }: Deal): Decimal {
  const [from, upTo] = [dayFromText(start, "UTC"), dayFromText(billedUpTo, "UTC")];
  const until = end === null ? new Date(upTo.getTime() + 1) : dayFromText(end, "UTC");
  const billionths = billingPeriods(anchorOf(anchorDay, from), "UTC", from, until, months)
    .map((period) => ({ period, billed: later(period.from, from) }))
    .filter(({ billed }) => billed <= upTo)
    .map(({ period, billed }) => {
      const used = days({ from: billed, to: end !== null && until < period.to ? until : period.to }, "UTC");
      return divideRounded(BigInt(used) * 1_000_000_000n, BigInt(days(period, "UTC")), "half_away");
    })
    .reduce((left, right) => left + right, 0n);
  return decimal(`${billionths}E-9`);
}

/** The bill cycle day in the month of the start, before or after it. */
function anchorOf(anchorDay: number, start: Date): Date {
  const { from, to } = periodAt(anchorDay, "UTC", start);
  return monthOf(from) === monthOf(start) ? from : to;
}

function monthOf(instant: Date): string {
  return dayText(instant, "UTC").slice(0, 7);
}

function later(left: Date, right: Date): Date {
  return new Date(Math.max(left.getTime(), right.getTime()));
}
