import { type Decimal, multiplyDecimals } from "@/server/core/decimal";
import { invariant } from "@/server/core/invariant";
import { unitPrice } from "@/server/core/price";
import type { Charged } from "../rating";
import type { PinnedPrice } from "../vocabulary";

/**
 * Price times quantity, exactly. A supplier's correction has a negative quantity and costs that much less.
 */
export function perUnit(price: PinnedPrice, { quantity }: { readonly quantity: Decimal }): Charged {
  invariant(price.unitPrice !== null, "a price per unit has an amount");
  return { exact: multiplyDecimals(unitPrice(price.unitPrice), quantity), tiers: [] };
}
