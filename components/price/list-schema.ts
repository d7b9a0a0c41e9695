import { z } from "zod";

export const ListSchema = z
  .object({
    name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
    audience: z.enum(["cost", "wholesale", "retail"]),
    sellerId: z.string().min(1, "Choose who sells."),
    readerId: z.string().nullable(),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, "Give the currency as three letters, such as EUR."),
  })
  .refine(({ audience, readerId }) => audience !== "wholesale" || Boolean(readerId), {
    path: ["readerId"],
    error: "Choose the buyer.",
  });
