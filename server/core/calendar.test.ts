import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonthsAnchored,
  billingPeriods,
  calendarMonth,
  dayFromText,
  dayText,
  endOfDay,
  isTimeZone,
  periodAt,
  startOfDay,
} from "./calendar";
import { contains, days, type Period } from "./period";

const vienna = "Europe/Vienna";
const dayTexts = ({ from, to }: Period, timeZone: string) => [dayText(from, timeZone), dayText(to, timeZone)];

describe("a day starts and ends where it is lived", () => {
  test.each([
    // place, instant, day, its start, its end
    ["UTC", "2026-03-31T12:00Z", "2026-03-31", "2026-03-31T00:00Z", "2026-04-01T00:00Z"],
    [vienna, "2026-03-31T22:30Z", "2026-04-01", "2026-03-31T22:00Z", "2026-04-01T22:00Z"],
    [vienna, "2026-03-29T12:00Z", "2026-03-29", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
    [vienna, "2026-10-25T12:00Z", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
    ["America/Sao_Paulo", "2018-11-04T12:00Z", "2018-11-04", "2018-11-04T03:00Z", "2018-11-05T02:00Z"],
    ["Asia/Kathmandu", "2026-01-01T00:00Z", "2026-01-01", "2025-12-31T18:15Z", "2026-01-01T18:15Z"],
    ["Pacific/Auckland", "2026-02-28T23:30Z", "2026-03-01", "2026-02-28T11:00Z", "2026-03-01T11:00Z"],
  ] as const)("in %s at %s", (place, instant, day, start, end) => {
    const at = new Date(instant);
    expect(dayText(at, place)).toBe(day);
    expect(startOfDay(at, place)).toEqual(new Date(start));
    expect(endOfDay(at, place)).toEqual(new Date(end));
    expect(dayFromText(day, place)).toEqual(new Date(start));
  });

  test.each(["", "2026-02-30", "2026-13-01", "31.03.2026", "2026-3-1", "2026-03-31T00:00", "today"])(
    "but “%s” is not a day",
    (text) => {
      expect(() => dayFromText(text, vienna)).toThrow(`“${text}” is not a day`);
    },
  );

  test("and an invalid date is nobody's day", () => {
    expect(() => startOfDay(new Date("never"), vienna)).toThrow("Broken invariant");
  });

  test.each([
    ["Europe/Vienna", true],
    ["UTC", true],
    ["Mars/Olympus", false],
    ["", false],
  ] as const)("in “%s”, if there is such a place: %s", (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});

describe("months are counted from their anchor", () => {
  test.each([
    // anchor, months, day
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-01-30", 1, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-06-01", 0, "2026-06-01"],
  ] as const)("%s and %i months: %s", (anchor, months, day) => {
    for (const place of [vienna, "America/New_York", "UTC"]) {
      expect(dayText(addMonthsAnchored(dayFromText(anchor, place), months, place), place)).toBe(day);
    }
  });
});

describe("the monthly period of an instant", () => {
  test.each([
    // anchor day, instant, from, to
    [31, "2026-02-10T12:00Z", "2026-01-31", "2026-02-28"],
    [31, "2026-02-28T12:00Z", "2026-02-28", "2026-03-31"],
    [31, "2026-03-30T21:59Z", "2026-02-28", "2026-03-31"],
    [31, "2026-03-30T22:00Z", "2026-03-31", "2026-04-30"],
    [30, "2028-02-29T12:00Z", "2028-02-29", "2028-03-30"],
    [15, "2026-01-14T22:59Z", "2025-12-15", "2026-01-15"],
    [15, "2026-01-14T23:00Z", "2026-01-15", "2026-02-15"],
    [1, "2026-03-31T22:30Z", "2026-04-01", "2026-05-01"],
  ] as const)("anchored to day %i, at %s", (anchorDay, instant, from, to) => {
    expect(dayTexts(periodAt(anchorDay, vienna, new Date(instant)), vienna)).toEqual([from, to]);
  });

  test("is the calendar month when it is anchored to the first", () => {
    const march = calendarMonth(new Date("2026-03-15T00:00Z"), vienna);
    expect(march).toEqual({ from: new Date("2026-02-28T23:00Z"), to: new Date("2026-03-31T22:00Z") });
    expect(days(march, vienna)).toBe(31);
  });

  test.each([0, 32, 1.5])("has no anchor day %d", (anchorDay) => {
    expect(() => periodAt(anchorDay, vienna, new Date(0))).toThrow("Broken invariant");
  });
});

describe("billing periods", () => {
  const between = (anchor: string, from: string, to: string, months?: number) =>
    billingPeriods(
      dayFromText(anchor, vienna),
      vienna,
      dayFromText(from, vienna),
      dayFromText(to, vienna),
      months,
    ).map((period) => dayTexts(period, vienna).join(" "));

  test.each([
    [
      "of a 31st",
      "2026-01-31",
      "2026-01-31",
      "2026-04-30",
      1,
      ["2026-01-31 2026-02-28", "2026-02-28 2026-03-31", "2026-03-31 2026-04-30"],
    ],
    [
      "whole at both ends",
      "2026-01-15",
      "2026-02-20",
      "2026-03-16",
      1,
      ["2026-02-15 2026-03-15", "2026-03-15 2026-04-15"],
    ],
    ["also before the anchor", "2026-03-31", "2026-01-31", "2026-02-28", 1, ["2026-01-31 2026-02-28"]],
    [
      "of a quarter",
      "2026-01-31",
      "2026-02-01",
      "2026-05-01",
      3,
      ["2026-01-31 2026-04-30", "2026-04-30 2026-07-31"],
    ],
    [
      "of a leap year",
      "2028-02-29",
      "2028-02-29",
      "2029-03-01",
      12,
      ["2028-02-29 2029-02-28", "2029-02-28 2030-02-28"],
    ],
    ["in no time", "2026-01-15", "2026-02-20", "2026-02-20", 1, []],
  ] as const)("%s", (_name, anchor, from, to, months, periods) => {
    expect(between(anchor, from, to, months)).toEqual(periods);
  });

  test("are months unless told otherwise", () => {
    expect(between("2026-01-01", "2026-01-01", "2026-12-31")).toHaveLength(12);
  });

  test("adjoin without gap, hold their span, and agree with the period of each instant", () => {
    const instant = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    });
    const place = fc.constantFrom(vienna, "America/New_York", "America/Sao_Paulo", "Africa/Cairo", "UTC");
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.integer({ min: 1, max: 900 }),
        place,
        (anchor, from, length, timeZone) => {
          const to = new Date(from.getTime() + length * 86_400_000);
          const periods = billingPeriods(anchor, timeZone, from, to);
          const [first, last] = [periods[0], periods.at(-1)];
          if (!first || !last) throw new Error("a span lies in a period");
          expect(contains(first, from)).toBe(true);
          expect(last.from < to && to <= last.to).toBe(true);
          const anchorDay = Number(dayText(anchor, timeZone).slice(-2));
          periods.forEach((period, index) => {
            expect(period).toEqual(periodAt(anchorDay, timeZone, period.from));
            if (index > 0) expect(period.from).toEqual(periods[index - 1]?.to);
          });
        },
      ),
    );
  });
});
