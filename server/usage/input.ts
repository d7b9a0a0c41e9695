import { z } from "zod";
import { decimal } from "@/server/core/decimal";
import { listInput } from "@/server/core/list";
import { unitPrice } from "@/server/core/price";
import { idOf, partyIdOf } from "@/server/core/ref";

/** Anything a file may call a thing, as `rules/focus/label.ts` reads it. */
const label = (what: string) => z.string().trim().min(1, `Give ${what}.`).max(200);
const factor = z
  .string()
  .trim()
  .refine(isFactor, "Give a factor above zero with up to 12 places, such as 1 or 0.001.");

export const NewSource = z.strictObject({
  supplierId: partyIdOf,
  name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
  format: z.enum(["focus_1_0"]).default("focus_1_0"),
});
export type NewSource = z.output<typeof NewSource>;

export const SourceRef = z.strictObject({ id: idOf("usageSource") });
export type SourceRef = z.infer<typeof SourceRef>;

export const NewFile = z.strictObject({
  sourceId: idOf("usageSource"),
  name: z.string().trim().min(1, "Name the file.").max(255),
});
export type NewFile = z.infer<typeof NewFile>;

export const FileList = listInput(["receivedAt", "name", "rowsRead", "bytes"], ["status", "source"]);
export type FileList = z.infer<typeof FileList>;

export const FileRef = z.strictObject({ id: idOf("usageFile") });
export type FileRef = z.infer<typeof FileRef>;

export const FileRows = listInput(["rowNumber"], ["column"]).extend({ id: idOf("usageFile") });
export type FileRows = z.infer<typeof FileRows>;

export const AccountMapping = z.strictObject({
  sourceId: idOf("usageSource"),
  account: label("the supplier's account"),
  subscriptionId: idOf("subscription"),
  /** From when its usage is the subscription's; since it runs when left out. */
  validFrom: z.date().optional(),
});
export type AccountMapping = z.infer<typeof AccountMapping>;

export const MeterMapping = z.strictObject({
  sourceId: idOf("usageSource"),
  service: label("the service"),
  /** `*` is every SKU of the service that has no mapping of its own. */
  sku: label("the SKU, or * for every one"),
  unit: label("the unit of the file"),
  meterId: idOf("meter"),
  factor,
});
export type MeterMapping = z.infer<typeof MeterMapping>;

const parkedReasons = [
  "unknown_account",
  "unknown_meter",
  "not_in_subscription",
  "outside_subscription",
  "inexact_quantity",
  "conflict",
] as const;

/** Rows that wait for the same thing; what a reason does not turn on is null. */
export const ParkedGroup = z.strictObject({
  sourceId: idOf("usageSource"),
  reason: z.enum(parkedReasons),
  account: z.string().max(200).nullable(),
  service: z.string().max(200).nullable(),
  sku: z.string().max(200).nullable(),
  unit: z.string().max(200).nullable(),
});
export type ParkedGroup = z.infer<typeof ParkedGroup>;

export const WriteOff = ParkedGroup.extend({
  because: z.string().trim().min(5, "Say in a few words why these rows will never be charged.").max(500),
});
export type WriteOff = z.infer<typeof WriteOff>;

export const ParkedList = listInput(["rows", "reason", "since"], ["reason", "source"]);
export type ParkedList = z.infer<typeof ParkedList>;

export const ParkedRows = listInput(["rowNumber"]).extend({ group: ParkedGroup });
export type ParkedRows = z.infer<typeof ParkedRows>;

export const MeasuredList = listInput(["customer", "number"]);
export type MeasuredList = z.infer<typeof MeasuredList>;

export const EventList = listInput(["usedAt", "quantity", "receivedAt"], ["item"]).extend({
  subscriptionId: idOf("subscription"),
});
export type EventList = z.infer<typeof EventList>;

export const SubscriptionRef = z.strictObject({ id: idOf("subscription") });

export const MappingList = listInput(["name"], ["source"]);
export type MappingList = z.infer<typeof MappingList>;

export const AccountChoices = z.strictObject({
  sourceId: idOf("usageSource"),
  account: z.string().trim().max(200).default(""),
});
export type AccountChoices = z.output<typeof AccountChoices>;

export const MeterChoices = z.strictObject({ unit: z.string().trim().max(200).default("") });
export type MeterChoices = z.output<typeof MeterChoices>;

function isFactor(text: string): boolean {
  try {
    return decimal(text).units > 0n && unitPrice(text).units > 0n;
  } catch {
    return false;
  }
}
