import { z } from "zod";

/** The server checks the digits of an IBAN and the letters of a BIC. */
export const AccountSchema = z.object({
  holder: z.string().trim().min(2, "Give the account's holder.").max(120),
  iban: z.string().trim().min(4, "Give the account.").max(60),
  bic: z.string().trim().max(20),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Give the currency as three letters, such as EUR."),
});
