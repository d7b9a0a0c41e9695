import { expect, test } from "vitest";
import { sameUnit } from "./unit";

// one name, another, whether they mean one unit
const cases: [string, string, boolean][] = [
  ["vCPU-Hours", "vCPU-hour", true],
  ["GB-Months", "gb months", true],
  ["Requests", "request", true],
  ["Hours", "Hours", true],
  ["GB-Hours", "TB-Hours", false],
  ["Hours", "Minutes", false],
  ["s", "ms", false],
  ["GiB/Second-Months", "GiB/Second-Month", true],
];

test.each(cases)("%s and %s: %s", (left, right, same) => {
  expect(sameUnit(left, right)).toBe(same);
});
