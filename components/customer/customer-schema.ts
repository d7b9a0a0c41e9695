import { z } from "zod";

const text = (what: string) => z.string().trim().min(1, `Give ${what}.`).max(120);

/** What a partner says of a customer; currency, country and time zone are codes. */
export const CustomerSchema = z.object({
  name: z.string().trim().min(2, "Give the name the customer is known by.").max(120),
  legalName: z.string().trim().min(2, "Give the name its invoices are written to.").max(120),
  taxId: z.string().trim().max(30),
  street: text("the street"),
  postcode: text("the postcode"),
  city: text("the city"),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "Two letters, such as DE."),
  email: z.email("That is not an e-mail address.").max(254),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Three letters, such as EUR."),
  timeZone: text("a time zone, such as Europe/Berlin"),
});
