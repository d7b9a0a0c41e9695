import { z } from "zod";

const termMonths = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "Give whole months.")
  .transform((text) => Number(text))
  .refine((months) => months >= 1 && months <= 120, "From 1 to 120 months.");

export const TermSchema = z.object({ termMonths });

export const OfferSchema = z.object({
  name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "Use letters, digits, dots and hyphens."),
  family: z.string().trim().min(1, "Name the product family.").max(60),
  summary: z.string().trim().max(500),
  termMonths,
});
