import { compareDecimals, type Decimal, decimal, decimalToText, isZero } from "@/server/core/decimal";
import { quantity } from "@/server/core/quantity";
import { Refusal } from "@/server/core/refusal";

/** How many of a component may be ordered; numbers are exact decimals in text. */
export type Limits = {
  readonly componentId: string;
  readonly name: string;
  readonly quantityMin: string;
  readonly quantityMax: string | null;
  readonly quantityDefault: string;
};

/**
 * The quantity of each component, as asked or by default, within its limits; components of which nothing is
 * wanted are left out. Refuses what the offer does not have.
 */
export function chooseQuantities<Component extends Limits>(
  components: readonly Component[],
  asked: Readonly<Record<string, string>>,
): readonly { readonly component: Component; readonly quantity: string }[] {
  const known = new Set(components.map(({ componentId }) => componentId));
  if (Object.keys(asked).some((id) => !known.has(id))) {
    throw new Refusal("INVALID", "The offer has no such component.");
  }
  const chosen = components.map((component) => ({
    component,
    amount: within(component, quantity(asked[component.componentId] ?? component.quantityDefault)),
  }));
  const wanted = chosen.filter(({ amount }) => !isZero(amount));
  if (wanted.length === 0) throw new Refusal("INVALID", "Choose a quantity of at least one component.");
  return wanted.map(({ component, amount }) => ({ component, quantity: decimalToText(amount) }));
}

function within({ name, quantityMin, quantityMax }: Limits, amount: Decimal): Decimal {
  const [min, max] = [decimal(quantityMin), quantityMax === null ? null : decimal(quantityMax)];
  const tooFew = compareDecimals(amount, min) < 0;
  const tooMany = max !== null && compareDecimals(amount, max) > 0;
  if (tooFew || tooMany) {
    const range = max
      ? `between ${decimalToText(min)} and ${decimalToText(max)}`
      : `at least ${decimalToText(min)}`;
    throw new Refusal("INVALID", `The quantity of ${name} is ${range}.`);
  }
  return amount;
}
