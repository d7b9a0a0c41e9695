import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf } from "@/server/core/ref";

export const TaskRef = z.strictObject({ id: idOf("task") });
export type TaskRef = z.infer<typeof TaskRef>;

export const TaskCompletion = z.strictObject({
  ...TaskRef.shape,
  /** What shows that it was done: a serial number, a signed protocol, the name of who accepted it. */
  proof: z.string().trim().min(3, "Say what proves it, e.g. a serial number or who signed.").max(1000),
});
export type TaskCompletion = z.infer<typeof TaskCompletion>;

export const TaskRepair = z.strictObject({
  ...TaskRef.shape,
  resolution: z.string().trim().min(3, "Say what was mended, in a few words.").max(1000),
});
export type TaskRepair = z.infer<typeof TaskRepair>;

export const TaskList = listInput(["dueAt", "createdAt", "title", "status"], ["status", "kind", "order"]);
export type TaskList = z.infer<typeof TaskList>;

export const ExceptionList = listInput(["openedAt", "kind"], ["kind", "state"]);
export type ExceptionList = z.infer<typeof ExceptionList>;

export const SubscriptionRef = z.strictObject({ id: idOf("subscription") });
export type SubscriptionRef = z.infer<typeof SubscriptionRef>;

export const SubscriptionList = listInput(
  ["createdAt", "number", "customer", "status"],
  ["status", "customer"],
);
export type SubscriptionList = z.infer<typeof SubscriptionList>;
