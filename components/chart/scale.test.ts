import { describe, expect, test } from "vitest";
import { scaleOf } from "./scale";

describe("a scale is read by round lines", () => {
  test.each([
    //               heights        ticks
    ["of hundreds", [40, 930], [0, 250, 500, 750, 1000]],
    ["of losses", [-30, 70], [-50, -25, 0, 25, 50, 75]],
    ["of nothing", [0, 0], [0, 0.25]],
    ["of one unit", [1], [0, 0.25, 0.5, 0.75, 1]],
  ])("%s", (_name, heights, ticks) => {
    expect(scaleOf(heights).ticks).toEqual(ticks);
  });

  test("with every height inside of it", () => {
    const heights = [-3, 17, 123_456_789];
    const { place } = scaleOf(heights);
    for (const height of heights) {
      expect(place(height)).toBeGreaterThanOrEqual(0);
      expect(place(height)).toBeLessThanOrEqual(100);
    }
  });
});
