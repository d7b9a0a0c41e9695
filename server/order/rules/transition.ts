import { Refusal } from "@/server/core/refusal";
import type { OrderItemStatus, OrderStatus } from "./vocabulary";

/**
 * The one table of what may become of an item. A failed item may be worked on again once its cause is
 * repaired.
 */
const next = {
  acknowledged: ["inProgress", "completed", "failed", "cancelled"],
  inProgress: ["completed", "failed", "cancelled"],
  completed: [],
  failed: ["inProgress", "cancelled"],
  cancelled: [],
} as const satisfies Record<OrderItemStatus, readonly OrderItemStatus[]>;

const words = {
  acknowledged: "acknowledged",
  inProgress: "in progress",
  completed: "completed",
  failed: "failed",
  cancelled: "cancelled",
} as const satisfies Record<OrderItemStatus, string>;

export function moveItem(from: OrderItemStatus, to: OrderItemStatus): OrderItemStatus {
  const allowed: readonly OrderItemStatus[] = next[from];
  if (!allowed.includes(to)) {
    throw new Refusal("CONFLICT", `An order item that is ${words[from]} cannot become ${words[to]}.`);
  }
  return to;
}

/** Where an order stands follows from its items; it has no will of its own. */
export function orderStatusOf(items: readonly OrderItemStatus[]): OrderStatus {
  const every = (status: OrderItemStatus) => items.every((item) => item === status);
  const some = (...statuses: OrderItemStatus[]) => items.some((item) => statuses.includes(item));
  if (every("acknowledged")) return "acknowledged";
  if (every("cancelled")) return "cancelled";
  if (some("acknowledged", "inProgress")) return "inProgress";
  if (every("completed")) return "completed";
  return some("completed") ? "partial" : "failed";
}
