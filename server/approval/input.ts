import { z } from "zod";
import { type Id, prefixes } from "@/server/core/ids";
import { listInput } from "@/server/core/list";

export const approvalId = z.custom<Id<"approval">>(
  (value) => typeof value === "string" && value.startsWith(`${prefixes.approval}_`) && value.length < 64,
  "an approval's id",
);

export const ApprovalRef = z.strictObject({ id: approvalId });

/**
 * `waiting` is the order of work: what is open, the longest first, then what was decided, the newest first.
 */
export const ApprovalQueue = listInput(["waiting", "requestedAt", "status", "kind"], ["status", "kind"]);
export type ApprovalQueue = z.infer<typeof ApprovalQueue>;
