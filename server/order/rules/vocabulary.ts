export type OrderStatus =
  | "acknowledged"
  | "inProgress"
  | "held"
  | "completed"
  | "partial"
  | "failed"
  | "cancelled";

export type OrderItemStatus = "acknowledged" | "inProgress" | "completed" | "failed" | "cancelled";
