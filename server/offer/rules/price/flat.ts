import { type Decimal, ZERO } from "@/server/core/decimal";
import { invariant } from "@/server/core/invariant";
import { unitPrice } from "@/server/core/price";
import type { Charged } from "../rating";
import type { PinnedPrice } from "../vocabulary";

/** One amount whatever the quantity, due once a period: what goes on with a period adds nothing. */
export function flat(price: PinnedPrice, { continues }: { readonly continues: boolean }): Charged {
  invariant(price.unitPrice !== null, "a flat price has an amount");
  const exact: Decimal = continues ? ZERO : unitPrice(price.unitPrice);
  return { exact, tiers: [] };
}
