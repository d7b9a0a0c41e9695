import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf } from "@/server/core/ref";

export const RunProposal = z.strictObject({
  /** Everything that may be paid from this instant on, or earlier, is in the run. */
  cutoff: z.date(),
});
export type RunProposal = z.infer<typeof RunProposal>;

export const RunRef = z.strictObject({ id: idOf("payoutRun") });
export type RunRef = z.infer<typeof RunRef>;

export const RunList = listInput(["proposedAt", "cutoff", "status"], ["status"]);
export type RunList = z.infer<typeof RunList>;

export const RunDecision = z.strictObject({
  approvalId: idOf("approval"),
  decision: z.enum(["approved", "rejected", "sent_back"]),
  comment: z.string().trim().max(1000).default(""),
});
export type RunDecision = z.input<typeof RunDecision>;

export const PayoutRef = z.strictObject({ id: idOf("payout") });
export type PayoutRef = z.infer<typeof PayoutRef>;

export const PayoutList = listInput(["createdAt", "gross", "party", "status"], ["status", "run"]);
export type PayoutList = z.infer<typeof PayoutList>;

export const StatementRef = z.strictObject({ id: idOf("statement") });
export type StatementRef = z.infer<typeof StatementRef>;

export const StatementList = listInput(["issuedAt", "closing", "party"], []);
export type StatementList = z.infer<typeof StatementList>;
