import { z } from "zod";

/** What a person reads off the bank statement. The server checks the amount against the invoice. */
export const PaymentSchema = z.object({
  amount: z
    .string()
    .trim()
    .regex(/^\d+(\.\d+)?$/, "Write the amount like 119.00."),
  reference: z.string().trim().min(1, "Say by which reference the bank knows it.").max(140),
  received: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Choose the day."),
});
