import { describe, expect, test } from "vitest";
import { isChangeable, isOver, type Mover, moveQuote } from "./transition";
import type { QuoteStatus } from "./vocabulary";

const states: readonly QuoteStatus[] = [
  "draft",
  "in_approval",
  "approved",
  "sent",
  "accepted",
  "ordered",
  "declined",
  "expired",
  "voided",
];
const movers: readonly Mover[] = ["partner", "approver", "job"];

/** Written out by hand from the state machine of the domain; everything else is refused. */
const allowed = new Set([
  "draft → in_approval by partner",
  "draft → approved by partner",
  "draft → voided by partner",
  "in_approval → approved by approver",
  "in_approval → draft by approver",
  "in_approval → draft by partner",
  "in_approval → voided by approver",
  "in_approval → voided by partner",
  "approved → sent by partner",
  "approved → draft by partner",
  "approved → voided by partner",
  "sent → accepted by partner",
  "sent → declined by partner",
  "sent → expired by job",
  "sent → voided by partner",
  "accepted → ordered by job",
]);

describe("a quote version moves", () => {
  const moves = states.flatMap((from) =>
    states.flatMap((to) => movers.map((by) => [`${from} → ${to} by ${by}`, from, to, by] as const)),
  );
  test.each(moves)("%s", (name, from, to, by) => {
    if (allowed.has(name)) expect(moveQuote(from, to, by)).toBe(to);
    else expect(() => moveQuote(from, to, by)).toThrow("cannot become");
  });
});

test("a version that is ordered, declined, expired or void is over", () => {
  expect(states.filter(isOver)).toEqual(["ordered", "declined", "expired", "voided"]);
});

test("what was sent is not changed any more", () => {
  expect(states.filter(isChangeable)).toEqual(["draft", "in_approval", "approved"]);
});
