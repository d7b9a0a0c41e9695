import { describe, expect, test } from "vitest";
import { assertFourEyes } from "./four-eyes";
import { moveApproval } from "./transition";
import type { ApprovalStatus } from "./vocabulary";

const states: readonly ApprovalStatus[] = ["pending", "approved", "rejected", "sent_back", "voided"];

describe("a request for approval", () => {
  const allowed = new Set([
    "pending approved",
    "pending rejected",
    "pending sent_back",
    "pending voided",
    "approved voided",
  ]);
  const moves = states.flatMap((from) => states.map((to) => [from, to] as const));

  test.each(moves)("that is %s: can it become %s?", (from, to) => {
    if (allowed.has(`${from} ${to}`)) expect(moveApproval(from, to)).toBe(to);
    else expect(() => moveApproval(from, to)).toThrow("This request is already");
  });
});

describe("four eyes", () => {
  test.each([
    // who: asked, decides, may
    ["one person", { user: "usr_1", name: "Ada" }, { user: "usr_1", name: "Ada" }, false],
    [
      "one person under another name",
      { user: "usr_1", name: "Ada" },
      { user: "usr_1", name: "A. L." },
      false,
    ],
    ["two people", { user: "usr_1", name: "Ada" }, { user: "usr_2", name: "Ada" }, true],
    ["a job, then a person", { user: null, name: "Tributary" }, { user: "usr_2", name: "Ada" }, true],
    ["one job", { user: null, name: "Tributary" }, { user: null, name: "Tributary" }, false],
    ["two jobs", { user: null, name: "Rehearsal" }, { user: null, name: "Tributary" }, true],
  ] as const)("%s", (_name, asked, decides, may) => {
    const attempt = () => assertFourEyes(asked, decides);
    if (may) expect(attempt).not.toThrow();
    else expect(attempt).toThrow("somebody else has to decide");
  });
});
