import { describe, expect, test } from "vitest";
import { backoff, duration, until } from "./duration";
import { nextTime } from "./schedule";

describe("a time string", () => {
  test.each([
    ["300ms", 300],
    ["1s", 1_000],
    ["2h45m", 9_900_000],
    ["1d12h", 129_600_000],
    ["1w", 604_800_000],
    ["1.5h", 5_400_000],
    ["", 0],
  ])("of %s is %i ms", (text, ms) => {
    expect(duration(text)).toBe(ms);
  });

  test.each(["soon", "1y", "-1s", "1 h"])("is not “%s”", (text) => {
    expect(() => duration(text)).toThrow("Broken invariant");
  });

  test("may be a moment", () => {
    const now = new Date("2026-03-01T00:00:00Z");
    expect(until("2026-03-02T03:00:00.000Z", now)).toEqual(new Date("2026-03-02T03:00:00Z"));
    expect(until("1d", now)).toEqual(new Date("2026-03-02T00:00:00Z"));
  });
});

test.each([
  [0, 15_000],
  [1, 30_000],
  [4, 300_000],
  [9, 7_200_000],
  [40, 7_200_000],
])("after attempt %i one waits %i ms", (attempt, ms) => {
  expect(backoff(attempt)).toBe(ms);
});

describe("the calendar", () => {
  test.each([
    ["0 5 * * *", "2026-03-01T05:00:00Z", "2026-03-02T05:00:00Z"],
    ["0 0 1 * *", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"],
    ["TZ=Europe/Zurich 0 5 * * *", "2026-03-28T12:00:00Z", "2026-03-29T03:00:00Z"],
    ["TZ=Europe/Zurich 30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z"],
    ["*/10 * * * * *", "2026-03-01T00:00:00Z", "2026-03-01T00:00:10Z"],
  ])("after %s says from %s on %s", (cron, from, next) => {
    expect(nextTime(cron, new Date(from))).toEqual(new Date(next));
  });
});
