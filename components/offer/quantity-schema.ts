import { z } from "zod";

const amount = z
  .string()
  .trim()
  .regex(/^\d{1,20}(\.\d{1,15})?$/, "Write a number like 25 or 0.5.");

const quantities = {
  quantityMin: amount,
  quantityDefault: amount,
  /** Empty is without limit. */
  quantityMax: z.union([amount, z.literal("")]),
};

export const QuantitySchema = z.object(quantities);

export const ComponentSchema = z.object({ itemId: z.string().min(1, "Choose an item."), ...quantities });
