import { Refusal } from "@/server/core/refusal";
import type { ApprovalStatus } from "./vocabulary";

export type Decision = "approved" | "rejected" | "sent_back";

const next = {
  pending: ["approved", "rejected", "sent_back", "voided"],
  approved: ["voided"],
  rejected: [],
  sent_back: [],
  voided: [],
} as const satisfies Record<ApprovalStatus, readonly ApprovalStatus[]>;

const words = {
  pending: "waiting for a decision",
  approved: "approved",
  rejected: "rejected",
  sent_back: "sent back",
  voided: "void, because what it asked about has changed",
} as const satisfies Record<ApprovalStatus, string>;

/**
 * The one table of what may become of a request; a decision stands, and only a change of its subject voids
 * it.
 */
export function moveApproval(from: ApprovalStatus, to: ApprovalStatus): ApprovalStatus {
  const allowed: readonly ApprovalStatus[] = next[from];
  if (!allowed.includes(to)) throw new Refusal("CONFLICT", `This request is already ${words[from]}.`);
  return to;
}
