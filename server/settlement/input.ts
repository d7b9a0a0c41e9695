import { z } from "zod";
import type { PartyId } from "@/server/core/ids";
import { listInput } from "@/server/core/list";
import { idOf, partyIdOf } from "@/server/core/ref";
import type { LegSelector, RuleBody } from "./rules/vocabulary";

export const SettlementLineRef = z.strictObject({ id: idOf("settlementLine") });
export type SettlementLineRef = z.infer<typeof SettlementLineRef>;

export const SettlementList = listInput(["accruedAt", "amount", "party", "kind"], ["kind", "party"]);
export type SettlementList = z.infer<typeof SettlementList>;

export const InvoiceLineRef = z.strictObject({ invoiceLineId: idOf("invoiceLine") });
export type InvoiceLineRef = z.infer<typeof InvoiceLineRef>;

/** A rate in parts per million, as whole digits. */
const rate = z
  .string()
  .regex(/^\d{1,7}$/, "A rate is a whole number of parts per million.")
  .refine((text) => BigInt(text) <= 1_000_000n, "A rate is at most the whole, 1,000,000 parts per million.");

const fee = z
  .strictObject({ rate, timing: z.enum(["before_split", "after_split"]), partyId: partyIdOf })
  .nullable();

const selectors = [
  "supplier",
  "operator",
  "distributor",
  "reseller",
  "sub_reseller",
] as const satisfies LegSelector[];

const body: z.ZodType<RuleBody> = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("chain"), fee }),
  z.strictObject({
    mode: z.literal("waterfall"),
    fee,
    legs: z
      .array(z.strictObject({ selector: z.enum(selectors), rate }))
      .min(1)
      .refine(
        (legs) => legs.reduce((total, leg) => total + BigInt(leg.rate), 0n) === 1_000_000n,
        "The legs of a waterfall add up to the whole, 1,000,000 parts per million.",
      )
      .refine(
        (legs) => new Set(legs.map(({ selector }) => selector)).size === legs.length,
        "Each role has one leg.",
      ),
  }),
]);

export const RuleDraft = z
  .strictObject({
    name: z.string().trim().min(2, "Give the rule a name.").max(80),
    family: z.string().trim().min(1).max(60),
    marketplaceId: partyIdOf.nullable().default(null),
    body,
  })
  .refine(
    ({ marketplaceId, body: { fee: taken } }) =>
      taken === null || taken.partyId === (marketplaceId as PartyId | null),
    "A fee goes to the marketplace that the rule is for.",
  );
export type RuleDraft = z.input<typeof RuleDraft>;

export const RuleRef = z.strictObject({ id: idOf("ruleVersion") });
export type RuleRef = z.infer<typeof RuleRef>;

export const RuleActivation = z.strictObject({ ...RuleRef.shape, from: z.date() });
export type RuleActivation = z.infer<typeof RuleActivation>;
