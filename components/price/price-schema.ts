import { z } from "zod";

const price = z
  .string()
  .trim()
  .regex(/^\d{1,20}(\.\d{1,12})?$/, "Write a price like 0.0125, with 12 places at most.");

const bound = z
  .string()
  .trim()
  .regex(/^\d{1,20}(\.\d{1,15})?$/, "Write a number like 500.");

const base = { itemId: z.string().min(1, "Choose an item.") };
const tier = z.object({ upTo: z.union([bound, z.literal("")]), unitPrice: price, flat: price });

/** A price as the form holds it: one amount, or tiers of which the last has no end. */
export const PriceSchema = z.discriminatedUnion("model", [
  z.object({ ...base, model: z.literal("flat"), unitPrice: price, tiers: z.array(z.unknown()) }),
  z.object({ ...base, model: z.literal("per_unit"), unitPrice: price, tiers: z.array(z.unknown()) }),
  z.object({
    ...base,
    model: z.literal("graduated"),
    unitPrice: z.string(),
    tiers: z.array(tier).min(1, "Give at least one tier.").max(50),
  }),
]);
