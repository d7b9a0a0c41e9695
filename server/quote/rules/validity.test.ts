import { describe, expect, test } from "vitest";
import { isValid, validUntil } from "./validity";

describe("a quote is valid to the end of a day", () => {
  test.each([
    //                              now                      days  where            until
    ["of the partner's", "2026-03-01T10:00:00Z", 30, "Europe/Berlin", "2026-03-31T22:00:00.000Z"],
    ["counted from its own today", "2026-03-01T23:30:00Z", 1, "Europe/Berlin", "2026-03-03T23:00:00.000Z"],
    ["also when clocks go forward", "2026-03-28T22:30:00Z", 1, "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["also when clocks go back", "2026-10-24T21:30:00Z", 1, "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
    ["on the other side", "2026-03-01T03:00:00Z", 8, "America/New_York", "2026-03-09T04:00:00.000Z"],
  ])("%s", (_name, now, days, timeZone, until) => {
    expect(validUntil(new Date(now), days, timeZone).toISOString()).toBe(until);
  });

  test.each([0, -1, 1.5, 366, Number.NaN])("but not for %s days", (days) => {
    expect(() => validUntil(new Date(0), days, "UTC")).toThrow("1 to 365 days");
  });

  test("and not at that instant", () => {
    const until = new Date("2026-03-31T22:00:00Z");
    expect(isValid(until, new Date("2026-03-31T21:59:59.999Z"))).toBe(true);
    expect(isValid(until, until)).toBe(false);
  });
});
