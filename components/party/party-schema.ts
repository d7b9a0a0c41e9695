import { z } from "zod";

const words = (what: string) => z.string().trim().min(1, `Give ${what}.`).max(120);

/** A party as the form asks for it. The server checks place, names and codes again. */
export const PartySchema = z.object({
  name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
  kind: z.enum(
    ["distributor", "reseller", "sub_reseller", "agent", "supplier", "contractor", "marketplace"],
    {
      error: "Choose what it is.",
    },
  ),
  parentId: z.string().min(1, "Choose whom it stands below."),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "Give the country as two letters, such as DE."),
  timeZone: words("the time zone, such as Europe/Berlin"),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Give the currency as three letters, such as EUR."),
  legalName: words("the name that documents print"),
  taxId: z.string().trim().max(30),
  street: words("the street"),
  postcode: words("the postcode"),
  city: words("the city"),
  email: z.email("That is not an e-mail address."),
});
