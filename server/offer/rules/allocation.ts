import { invariant } from "@/server/core/invariant";
import type { Money } from "@/server/core/money/money";
import { split } from "@/server/core/money/split";

/**
 * A bundle's price handed to its components by what each costs alone (F-9). Parts add up to the price;
 * components that all cost nothing alone share it evenly.
 */
export function allocateBundle(price: Money, standAlone: readonly Money[]): readonly Money[] {
  invariant(
    standAlone.every(({ currency }) => currency === price.currency),
    "a bundle is allocated in one currency",
  );
  const weights = standAlone.map(({ minor }) => minor);
  return split(price, weights.some((weight) => weight > 0n) ? weights : weights.map(() => 1n));
}
