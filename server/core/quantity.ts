import { type Decimal, decimal, wholeDigits } from "./decimal";
import { Refusal } from "./refusal";

/** How much of something, in the unit its meter or price names. Negative in a supplier's correction. */
export type Quantity = Decimal & { readonly unit: "quantity" };

const places = 15;
/** numeric(38,15) keeps 23 digits before the point. */
const wholeDigitsMax = 23;

/** Reads a quantity of up to 15 places, or refuses the text by name. */
export function quantity(text: string): Quantity {
  const read = decimal(text);
  if (read.scale > places || wholeDigits(read) > wholeDigitsMax) {
    throw new Refusal(
      "INVALID",
      `The quantity “${text}” has more than ${places} places or ${wholeDigitsMax} digits before the point.`,
    );
  }
  return read as Quantity;
}
