import { z } from "zod";

const delivery = {
  taxClass: z.string().trim().min(1, "Give the tax class, such as standard.").max(40),
  kind: z.enum(["supplier_api", "manual"]),
  title: z.string().trim().min(2, "Name the task.").max(120),
  hours: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "Give whole hours.")
    .transform((text) => Number(text))
    .refine((hours) => hours >= 1 && hours <= 2_000, "From 1 to 2000 hours."),
  after: z.string().trim().max(500),
};

export const DeliverySchema = z.object(delivery);

export const ItemSchema = z
  .object({
    productId: z.string().min(1, "Choose the product."),
    name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
    sku: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "Use letters, digits, dots and hyphens."),
    unit: z.string().trim().min(1, "Name the unit, such as seat.").max(40),
    charge: z.enum(["one_time", "recurring", "usage", "milestone"]),
    meterId: z.string().nullable(),
    ...delivery,
  })
  .refine(({ charge, meterId }) => charge !== "usage" || Boolean(meterId), {
    path: ["meterId"],
    error: "Choose what measures it.",
  });

export const ProductSchema = z.object({
  supplierId: z.string().min(1, "Choose who delivers it."),
  name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
  family: z.string().trim().min(1, "Name the product family.").max(60),
});

export const MeterSchema = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "Use letters, digits, dots and hyphens."),
  name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
  unit: z.string().trim().min(1, "Name the unit, such as GB-hour.").max(40),
});
