export type TaskStatus =
  | "blocked"
  | "ready"
  | "running"
  | "waiting_external"
  | "done"
  | "failed"
  | "exception";

export type SubscriptionStatus =
  | "created"
  | "pendingActive"
  | "active"
  | "suspended"
  | "terminated"
  | "cancelled";
