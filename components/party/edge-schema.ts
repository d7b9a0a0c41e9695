import { z } from "zod";

export const EdgeSchema = z.object({
  agreementId: z.string().min(1, "Choose the agreement."),
  model: z.enum(["buy_sell", "commission", "agent"]),
  family: z.string().trim().min(1, "Name the product family, or * for every one.").max(60),
  validFrom: z.iso.date("Choose the day."),
});
