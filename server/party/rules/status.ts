import { Refusal } from "@/server/core/refusal";
import type { PartyStatus } from "./vocabulary";

/** Which state of a party may follow which. */
const next = {
  invited: ["active", "closed"],
  active: ["suspended", "closed"],
  suspended: ["active", "closed"],
  closed: [],
} as const satisfies Record<PartyStatus, readonly PartyStatus[]>;

export function moveParty(from: PartyStatus, to: PartyStatus): PartyStatus {
  const allowed: readonly PartyStatus[] = next[from];
  if (!allowed.includes(to)) throw new Refusal("CONFLICT", `A party that is ${from} cannot become ${to}.`);
  return to;
}

/** The states that a party may move to, for the screen that offers them. */
export function nextStatuses(from: PartyStatus): readonly PartyStatus[] {
  return next[from];
}
