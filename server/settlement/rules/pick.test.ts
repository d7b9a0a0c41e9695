import { describe, expect, test } from "vitest";
import { pickRule } from "./pick";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const rule = (
  name: string,
  family: string,
  marketplaceId: string | null,
  from: string,
  to: string | null = null,
) => ({
  name,
  family,
  marketplaceId,
  validFrom: day(from),
  validTo: to === null ? null : day(to),
});
const rules = [
  rule("everything v1", "*", null, "2026-01-01", "2026-03-01"),
  rule("everything v2", "*", null, "2026-03-01"),
  rule("cloud", "cloud", null, "2026-02-01"),
  rule("cloudbay", "*", "pty_bay", "2026-01-01"),
];

describe("one rule divides a deal", () => {
  test.each([
    //                              family     marketplace  at            rule
    ["the one in force", "branch", null, "2026-02-01", "everything v1"],
    ["its successor, from its day", "branch", null, "2026-03-01", "everything v2"],
    ["the family's own first", "cloud", null, "2026-02-01", "cloud"],
    ["before the family had one", "cloud", null, "2026-01-31", "everything v1"],
    ["the marketplace's", "cloud", "pty_bay", "2026-02-01", "cloudbay"],
  ] as const)("%s", (_name, family, marketplaceId, at, name) => {
    expect(pickRule(rules, { family, marketplaceId, at: day(at) }).name).toBe(name);
  });

  test.each([
    [
      "none is in force",
      rules,
      { family: "cloud", marketplaceId: null, at: day("2025-12-31") },
      "No settlement rule is active",
    ],
    [
      "two of equal standing match",
      [...rules, rule("twin", "cloud", null, "2026-01-01")],
      { family: "cloud", marketplaceId: null, at: day("2026-04-01") },
      "Two settlement rules match",
    ],
  ] as const)("unless %s", (_name, all, deal, sentence) => {
    expect(() => pickRule(all, deal)).toThrow(sentence);
  });
});
