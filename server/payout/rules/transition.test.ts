import { describe, expect, test } from "vitest";
import { moveRun } from "./transition";
import type { PayoutRunStatus } from "./vocabulary";

const states: readonly PayoutRunStatus[] = ["proof_failed", "review", "approved", "completed", "cancelled"];
const allowed = new Set(["review approved", "review cancelled", "approved completed", "approved cancelled"]);

describe("a payout run", () => {
  test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    "that is %s: can it become %s?",
    (from, to) => {
      if (allowed.has(`${from} ${to}`)) expect(moveRun(from, to)).toBe(to);
      else expect(() => moveRun(from, to)).toThrow(`This payout run is ${from}`);
    },
  );
});
