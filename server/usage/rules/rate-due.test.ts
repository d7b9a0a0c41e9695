import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayText } from "@/server/core/calendar";
import { type Charged, dayDue, monthsDue, usageMonthsDue, type Window } from "./rate-due";

const zone = "Europe/Berlin";
const at = (text: string) => new Date(text);
const item = (given: Partial<Charged>): Charged => ({
  timeZone: zone,
  billableFrom: at("2026-03-09T23:00:00Z"),
  validFrom: at("2026-03-05T10:00:00Z"),
  validTo: null,
  ratedUpTo: null,
  ...given,
});
const shown = ({ from, to, daysCharged, daysOfPeriod }: Window) =>
  `${dayText(from, zone)} ${dayText(to, zone)} ${daysCharged}/${daysOfPeriod}`;

describe("the months due", () => {
  const march = "2026-03-10 2026-04-01 22/31";
  const april = "2026-04-01 2026-05-01 30/30";
  // Midnight of the first of April in Berlin is 22:00 UTC of the day before: summer time began in March.
  const rows: readonly [string, Partial<Charged>, string, readonly string[]][] = [
    ["begin with the first billable day", {}, "2026-03-31T22:00:00Z", [march]],
    ["leave out a month that has not ended in the customer's zone", {}, "2026-03-31T21:59:59Z", []],
    ["are all that ended", {}, "2026-05-15T00:00:00Z", [march, april]],
    [
      "leave out what was charged",
      { ratedUpTo: at("2026-03-31T22:00:00Z") },
      "2026-05-15T00:00:00Z",
      [april],
    ],
    [
      "end with the day of a termination",
      { validTo: at("2026-03-20T09:00:00Z") },
      "2026-05-15T00:00:00Z",
      ["2026-03-10 2026-03-21 11/31"],
    ],
    [
      "end at a termination at midnight",
      { validTo: at("2026-03-19T23:00:00Z") },
      "2026-05-15T00:00:00Z",
      ["2026-03-10 2026-03-20 10/31"],
    ],
    [
      "begin with an item added later",
      { validFrom: at("2026-04-16T08:00:00Z") },
      "2026-05-15T00:00:00Z",
      ["2026-04-16 2026-05-01 15/30"],
    ],
    [
      "are none before the subscription began",
      { billableFrom: at("2026-07-01T00:00:00Z") },
      "2026-05-15T00:00:00Z",
      [],
    ],
    [
      "count the 29th of a leap February",
      { billableFrom: at("2028-02-14T23:00:00Z"), validFrom: at("2028-02-01T00:00:00Z") },
      "2028-03-01T00:00:00Z",
      ["2028-02-15 2028-03-01 15/29"],
    ],
  ];
  test.each(rows)("%s", (_name, given, until, expected) => {
    expect(monthsDue(item(given), at(until)).map(shown)).toEqual(expected);
  });

  test("charge every day once, however often and whenever somebody bills", () => {
    const day = 86_400_000;
    const start = at("2026-01-01T00:00:00Z").getTime();
    const moment = fc.integer({ min: 0, max: 800 }).map((count) => new Date(start + count * day + 7_000_000));
    fc.assert(
      fc.property(
        fc.array(moment, { minLength: 1, maxLength: 6 }),
        moment,
        fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata"),
        (runs, begun, timeZone) => {
          const last = new Date(Math.max(...runs.map((run) => run.getTime())));
          const base = item({ timeZone, billableFrom: begun, validFrom: begun });
          const once = monthsDue(base, last);
          let ratedUpTo: Date | null = null;
          const often: Window[] = [];
          for (const until of [...runs.sort((left, right) => left.getTime() - right.getTime())]) {
            const due = monthsDue({ ...base, ratedUpTo }, until);
            often.push(...due);
            ratedUpTo = due.at(-1)?.to ?? ratedUpTo;
          }
          expect(often).toEqual(once);
        },
      ),
    );
  });
});

describe("usage", () => {
  test("of the first month is charged as a whole month", () => {
    const due = usageMonthsDue(item({}), at("2026-05-01T00:00:00Z"));
    expect(due.map(shown)).toEqual(["2026-03-01 2026-04-01 31/31", "2026-04-01 2026-05-01 30/30"]);
  });
});

describe("what is charged once", () => {
  test.each([
    ["is due for the day it was done", {}, "2026-03-31T22:00:00Z", ["2026-03-05 2026-03-06 1/1"]],
    ["is not due before", {}, "2026-03-05T09:59:59Z", []],
    ["is not due again", { ratedUpTo: at("2026-03-05T23:00:00Z") }, "2026-03-31T22:00:00Z", []],
  ] as const)("%s", (_name, given, until, expected) => {
    expect(dayDue(item(given), at(until)).map(shown)).toEqual(expected);
  });
});
