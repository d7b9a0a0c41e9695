export type PayoutRunStatus = "proof_failed" | "review" | "approved" | "completed" | "cancelled";

export type PayoutStatus =
  | "pending"
  | "below_threshold"
  | "carried_forward_negative"
  | "held"
  | "completed"
  | "cancelled";

export type StatementStatus = "issued";

/** What a line of a statement tells: money that became due, money paid out, tax withheld from it. */
export type StatementLineKind = "earned" | "paid" | "withheld";
