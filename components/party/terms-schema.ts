import { z } from "zod";
import { type Decimal, decimal, multiplyDecimals } from "@/server/core/decimal";
import { currency, exponentOf, isCurrency } from "@/server/core/money/currency";

/** `12.5` as parts per million, exactly. */
const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,4})?$/, "Write a percentage like 12.5, with four places at most.")
  .transform((text) => multiplyDecimals(decimal(text), decimal("10000")).units)
  .refine((rate) => rate <= 1_000_000n, "A rate is at most 100 %.");

const code = z.string().trim().toUpperCase().refine(isCurrency, "Give a currency such as EUR.");

const terms = {
  commissionRate: percent,
  discountBand: percent,
  shareDue: z.enum(["issue", "payment"]),
  currency: code,
  minimumPayout: z
    .string()
    .trim()
    .regex(/^\d{1,12}(\.\d{1,3})?$/, "Write the amount like 50.00."),
  holdingDays: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, "Give whole days.")
    .transform((text) => Number(text)),
  withholdingRate: percent,
  validFrom: z.iso.date("Choose the day."),
};

type Written = { readonly minimumPayout: string; readonly currency: string };

const tooFine = {
  path: ["minimumPayout"],
  error: "The currency has fewer places than that.",
};

/** Terms as people write them, read exactly. */
export const TermsSchema = z.object(terms).refine(fits, tooFine).transform(readMinimum);

/** The same with the name of a new agreement, and whom it is with. */
export const AgreementSchema = z
  .object({
    ...terms,
    name: z.string().trim().min(2, "Give it a name.").max(120),
    parentId: z.string().min(1, "Choose who grants it."),
  })
  .refine(fits, tooFine)
  .transform(readMinimum);

/** A currency that is none was told about already. */
function fits(written: Written): boolean {
  return !isCurrency(written.currency) || minorOf(written).scale === 0;
}

function readMinimum<Terms extends Written>(written: Terms) {
  return { ...written, currency: currency(written.currency), minimumPayout: minorOf(written).units };
}

/** The minimum in minor units; whole, if the currency has as many places. */
function minorOf({ minimumPayout, currency: code }: Written): Decimal {
  return multiplyDecimals(decimal(minimumPayout), decimal(`1e${exponentOf(currency(code))}`));
}
