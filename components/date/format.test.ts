import { describe, expect, test } from "vitest";
import { instantTitle, offsetText, wallClock } from "./format";

describe("an instant is told by the clock of a named zone", () => {
  const winter = new Date("2025-01-31T23:30:05Z");
  const summer = new Date("2025-07-01T12:00:00Z");

  test.each([
    //          instant  zone                 day             time     offset
    ["UTC", winter, "UTC", "31 Jan 2025", "23:30", "UTC"],
    ["winter", winter, "Europe/Vienna", "1 Feb 2025", "00:30", "UTC+1"],
    ["summer", summer, "Europe/Vienna", "1 Jul 2025", "14:00", "UTC+2"],
    ["west", winter, "America/St_Johns", "31 Jan 2025", "20:00", "UTC−3:30"],
    ["midnight", new Date("2025-02-28T23:00:00Z"), "Europe/Vienna", "1 Mar 2025", "00:00", "UTC+1"],
  ])("%s", (_name, at, zone, day, time, offset) => {
    expect(wallClock(at, zone)).toMatchObject({ day, time });
    expect(offsetText(at, zone)).toBe(offset);
  });

  test("and by UTC on hover", () => {
    expect(instantTitle(winter, "Europe/Vienna")).toBe(
      "1 Feb 2025, 00:30:05 Europe/Vienna (UTC+1) · 31 Jan 2025, 23:30:05 UTC",
    );
  });
});
