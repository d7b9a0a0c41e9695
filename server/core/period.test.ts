import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, days, overlaps, type Period } from "./period";

const vienna = "Europe/Vienna";
const period = (from: string, to: string): Period => ({ from: new Date(from), to: new Date(to) });
const june = period("2026-06-01T00:00Z", "2026-07-01T00:00Z");

describe("a period is half-open", () => {
  test.each([
    ["just before it", "2026-05-31T23:59:59.999Z", false],
    ["its first instant", "2026-06-01T00:00Z", true],
    ["its last moment", "2026-06-30T23:59:59.999Z", true],
    ["its end", "2026-07-01T00:00Z", false],
  ] as const)("so that %s is in it: %s, %s", (_name, instant, inside) => {
    expect(contains(june, new Date(instant))).toBe(inside);
  });

  test.each([
    ["itself", june, true],
    ["a day in it", period("2026-06-10T00:00Z", "2026-06-11T00:00Z"), true],
    ["what runs over its start", period("2026-05-10T00:00Z", "2026-06-01T00:00:00.001Z"), true],
    ["what lies around it", period("2026-01-01T00:00Z", "2027-01-01T00:00Z"), true],
    ["the month before", period("2026-05-01T00:00Z", "2026-06-01T00:00Z"), false],
    ["the month after", period("2026-07-01T00:00Z", "2026-08-01T00:00Z"), false],
    ["nothing, in the midst of it", period("2026-06-10T00:00Z", "2026-06-10T00:00Z"), false],
  ] as const)("and overlaps %s", (_name, other, overlapping) => {
    expect([overlaps(june, other), overlaps(other, june)]).toEqual([overlapping, overlapping]);
  });
});

describe("the days of a period are those of the calendar in its place", () => {
  test.each([
    ["a month", "2026-05-31T22:00Z", "2026-06-30T22:00Z", vienna, 30],
    ["a month that loses an hour", "2026-02-28T23:00Z", "2026-03-31T22:00Z", vienna, 31],
    ["a month that gains an hour", "2026-09-30T22:00Z", "2026-10-31T23:00Z", vienna, 31],
    ["a day of 23 hours", "2026-03-28T23:00Z", "2026-03-29T22:00Z", vienna, 1],
    ["a day of 25 hours", "2026-10-24T22:00Z", "2026-10-25T23:00Z", vienna, 1],
    ["a leap February", "2028-02-01T00:00Z", "2028-03-01T00:00Z", "UTC", 29],
    ["a plain February", "2026-02-01T00:00Z", "2026-03-01T00:00Z", "UTC", 28],
    ["a year", "2026-01-01T00:00Z", "2027-01-01T00:00Z", "UTC", 365],
    ["nothing", "2026-01-01T00:00Z", "2026-01-01T00:00Z", "UTC", 0],
    ["up to an hour within a day, without that day", "2026-01-01T00:00Z", "2026-01-03T10:00Z", "UTC", 2],
  ] as const)("%s", (_name, from, to, timeZone, count) => {
    expect(days(period(from, to), timeZone)).toBe(count);
  });

  test("unless it ends before it starts", () => {
    expect(() => days(period("2026-01-02T00:00Z", "2026-01-01T00:00Z"), "UTC")).toThrow("Broken invariant");
  });

  test("and wherever it is cut, the days of its parts add up", () => {
    const instant = fc.date({
      min: new Date("1990-01-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    });
    const place = fc.constantFrom(vienna, "America/New_York", "Africa/Cairo", "Asia/Kathmandu", "UTC");
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), place, (instants, timeZone) => {
        const [from, cut, to] = [...instants].sort((left, right) => left.getTime() - right.getTime());
        if (!from || !cut || !to) throw new Error("three instants were asked for");
        const parts = days({ from, to: cut }, timeZone) + days({ from: cut, to }, timeZone);
        expect(parts).toBe(days({ from, to }, timeZone));
      }),
    );
  });
});
