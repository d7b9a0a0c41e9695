import { z } from "zod";
import { idOf } from "@/server/core/ref";
import { startKinds } from "./rules/vocabulary";

/**
 * An id of any kind, or one with a number after a dot; what it names is looked up under the asker's own
 * sight.
 */
const anyId = z.string().max(100);

export const TraceRef = z.object({
  kind: z.enum(startKinds),
  id: anyId,
  way: z.enum(["both", "back", "forth"]).default("both"),
});
export type TraceRef = z.infer<typeof TraceRef>;

export const explainedKinds = [
  "settlement_line",
  "invoice_line",
  "rated_item",
  "rated_leg",
  "invoice",
  "tax",
  "payout",
  "statement",
] as const;

/** A computed amount; the tax of an invoice is named by the invoice. */
export const ExplainRef = z.object({ kind: z.enum(explainedKinds), id: anyId });
export type ExplainRef = z.infer<typeof ExplainRef>;

export const replayedKinds = ["settlement_line", "invoice_line", "rated_item", "invoice", "payout"] as const;

export const ReplayRef = z.object({ kind: z.enum(replayedKinds), id: anyId });
export type ReplayRef = z.infer<typeof ReplayRef>;

export const UsageRowRef = z.object({
  fileId: idOf("usageFile"),
  rowNumber: z.number().int().min(1).max(999_999_999),
});
export type UsageRowRef = z.infer<typeof UsageRowRef>;

export const UsageRowsPage = z.object({
  ratedItemId: idOf("ratedItem"),
  /** The last row of the page before, as its `cursor` named it. */
  after: z
    .object({ usedAt: z.iso.datetime({ offset: true }).max(40), key: z.uuid() })
    .nullable()
    .default(null),
  size: z.number().int().min(1).max(200).default(50),
});
export type UsageRowsPage = z.infer<typeof UsageRowsPage>;

export const RatedItemRef = z.object({ ratedItemId: idOf("ratedItem") });
export type RatedItemRef = z.infer<typeof RatedItemRef>;
