import { expect, test } from "vitest";
import { changesOf } from "./changes";

test.each([
  ["nothing", null, null, []],
  ["what was added", null, { status: "active" }, ["status: – → active"]],
  ["what changed beside what stayed", { a: 1, b: "x" }, { a: 2, b: "x" }, ["a: 1 → 2", "b: x → x"]],
  ["what was removed", { a: 1 }, {}, ["a: 1 → –"]],
  ["what is nested, by its way", { terms: { band: "5" } }, { terms: { band: "7" } }, ["terms.band: 5 → 7"]],
  [
    "a list as one, and things in it each",
    null,
    { l: ["a", 2], m: [{ n: true }] },
    ["l: – → a, 2", "m[1].n: – → true"],
  ],
  ["a bare value", "x", "y", ["value: x → y"]],
])("a change is told by field: %s", (_name, before, after, expected) => {
  const told = changesOf(before, after).map(
    (each) => `${each.field}: ${each.before ?? "–"} → ${each.after ?? "–"}`,
  );
  expect(told).toEqual(expected);
});
