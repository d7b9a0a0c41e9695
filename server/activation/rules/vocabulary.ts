export type TaskStatus = "blocked" | "ready" | "running" | "waiting_external" | "done" | "exception";

export type SubscriptionStatus = "pendingActive" | "active" | "suspended" | "terminated";
