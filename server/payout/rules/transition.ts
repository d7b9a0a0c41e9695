import { Refusal } from "@/server/core/refusal";
import type { PayoutRunStatus } from "./vocabulary";

const next = {
  proof_failed: [],
  review: ["approved", "cancelled"],
  approved: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
} as const satisfies Record<PayoutRunStatus, readonly PayoutRunStatus[]>;

/**
 * A payout run moves forward: proposed and in review, approved by somebody else, carried out; or cancelled
 * before that.
 */
export function moveRun(from: PayoutRunStatus, to: PayoutRunStatus): PayoutRunStatus {
  const allowed: readonly PayoutRunStatus[] = next[from];
  if (!allowed.includes(to))
    throw new Refusal("CONFLICT", `This payout run is ${from} and cannot become ${to}.`);
  return to;
}
