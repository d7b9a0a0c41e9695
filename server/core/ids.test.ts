import { describe, expect, test } from "vitest";
import { type IdKind, newId, prefixes } from "./ids";

describe("a new id", () => {
  const now = new Date("2026-03-31T12:00:00.000Z");

  test("tells its kind and has 24 letters and digits that cannot be misread", () => {
    for (const kind of Object.keys(prefixes) as IdKind[]) {
      expect(newId(kind, now)).toMatch(new RegExp(`^${prefixes[kind]}_[0-9a-hjkmnp-tv-z]{24}$`));
    }
  });

  test("sorts after those before it, also within a millisecond", () => {
    const ids = Array.from({ length: 5_000 }, () => newId("order", now));
    ids.push(newId("order", new Date(now.getTime() + 1)));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  test("sorts by its time", () => {
    const [early, late] = ["1999-01-01", "2099-01-01"].map((day) => newId("order", new Date(day)));
    expect((early ?? "") < (late ?? "")).toBe(true);
  });
});

test("no two kinds share a prefix", () => {
  expect(new Set(Object.values(prefixes)).size).toBe(Object.keys(prefixes).length);
});
