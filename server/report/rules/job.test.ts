import { describe, expect, test } from "vitest";
import { EUR, USD } from "@/server/core/money/currency";
import { type Money, money } from "@/server/core/money/money";
import { byUrgency, type Job } from "./job";

function job(id: string, tone: Job["tone"], day: number, amount: Money | null = null): Job {
  const since = new Date(Date.UTC(2026, 2, day));
  return { id, tone, since, amount, kind: "task", title: "", detail: "", action: "", href: "" };
}

describe("what waits is put in order", () => {
  test.each([
    ["late before slow before known", [job("c", "info", 1), job("b", "warn", 2), job("a", "bad", 3)], "abc"],
    ["the older first", [job("b", "warn", 2), job("a", "warn", 1)], "ab"],
    [
      "the more expensive first",
      [job("b", "warn", 1, money(1_00n, EUR)), job("a", "warn", 2, money(2_00n, EUR))],
      "ab",
    ],
    [
      "by age where currencies differ",
      [job("b", "warn", 2, money(9_00n, EUR)), job("a", "warn", 1, money(1_00n, USD))],
      "ab",
    ],
    ["by name at last", [job("b", "warn", 1), job("a", "warn", 1)], "ab"],
  ] as const)("%s", (_name, jobs, expected) => {
    expect(
      [...jobs]
        .sort(byUrgency)
        .map(({ id }) => id)
        .join(""),
    ).toBe(expected);
  });
});
