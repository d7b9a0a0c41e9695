import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf, partyIdOf } from "@/server/core/ref";
import { validDaysMax } from "./rules/validity";

const quantities = z
  .record(idOf("component"), z.string().trim().max(60))
  .refine((asked) => Object.keys(asked).length <= 500, "A quote has at most 500 lines.");
/** In parts per million; as text where it is part of what a query is cached by. */
const discountRate = z
  .union([
    z.bigint(),
    z
      .string()
      .regex(/^\d{1,7}$/, "That is not a rate.")
      .transform(BigInt),
  ])
  .refine((rate) => rate >= 0n && rate <= 1_000_000n, "A discount is between 0 % and 100 %.");
const validDays = z.number().int().min(1).max(validDaysMax);
/** Made by who asks, once a submission: the same key again is the same submission. */
const requestKey = z.string().trim().min(8).max(100);

const asked = {
  /** By component; one that is left out is taken at the offer's default. */
  quantities: quantities.default({}),
  discountRate: discountRate.default(0n),
  /** Whose money the discount is; the seller's unless said otherwise. */
  discountBearerId: partyIdOf.nullable().default(null),
};

export const Composition = z.strictObject({
  customerId: partyIdOf,
  offerId: idOf("offer"),
  /** The outside marketplace the deal comes through. */
  marketplaceId: partyIdOf.nullable().default(null),
  ...asked,
});
export type Composition = z.infer<typeof Composition>;

export const QuotePreview = z.strictObject({ ...Composition.shape, validDays: validDays.default(30) });

export const QuoteDraft = z.strictObject({
  ...Composition.shape,
  validDays: validDays.default(30),
  requestKey: requestKey.optional(),
});
export type QuoteDraft = z.input<typeof QuoteDraft>;

export const QuoteRef = z.strictObject({
  id: idOf("quote"),
  /** The newest, unless one is named. */
  versionId: idOf("quoteVersion").optional(),
});
export const QuoteVersionRef = z.strictObject({ versionId: idOf("quoteVersion") });
export type QuoteVersionRef = z.infer<typeof QuoteVersionRef>;

export const QuoteChange = z.strictObject({
  ...QuoteVersionRef.shape,
  ...asked,
  validDays: validDays.default(30),
});
export type QuoteChange = z.input<typeof QuoteChange>;

export const QuoteSubmission = z.strictObject({
  ...QuoteVersionRef.shape,
  /** Why a discount beyond the band is worth it. */
  reason: z.string().trim().max(1000).default(""),
});
export type QuoteSubmission = z.input<typeof QuoteSubmission>;

export const ExceptionRef = z.strictObject({ approvalId: idOf("approval") });

export const ExceptionDecision = z.strictObject({
  ...ExceptionRef.shape,
  decision: z.enum(["approved", "rejected", "sent_back"]),
  comment: z.string().trim().max(1000).default(""),
});
export type ExceptionDecision = z.input<typeof ExceptionDecision>;

export const QuoteAcceptance = z.strictObject({
  ...QuoteVersionRef.shape,
  acceptedByName: z.string().trim().min(2, "Say who accepted it.").max(120),
  requestKey,
});
export type QuoteAcceptance = z.infer<typeof QuoteAcceptance>;

export const QuoteEnd = z.strictObject({
  ...QuoteVersionRef.shape,
  reason: z.string().trim().min(2, "Say why, in a few words.").max(500),
});
export type QuoteEnd = z.infer<typeof QuoteEnd>;

export const QuoteClone = z.strictObject({
  ...QuoteVersionRef.shape,
  validDays: validDays.default(30),
});
export type QuoteClone = z.input<typeof QuoteClone>;

export const LegRef = z.strictObject({ legId: idOf("quoteLeg") });
export type LegRef = z.infer<typeof LegRef>;

export const QuoteList = listInput(
  ["createdAt", "number", "customer", "partner", "offer", "status", "validUntil"],
  ["status", "partner", "customer"],
);
export type QuoteList = z.infer<typeof QuoteList>;

export { NewCustomer } from "@/server/party/input";

export const CustomerRef = z.strictObject({ id: partyIdOf });

export const CustomerList = listInput(["name", "partner", "createdAt"], ["partner", "mine"]);
export type CustomerList = z.infer<typeof CustomerList>;
