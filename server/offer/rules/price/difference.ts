import type { PinnedPrice } from "../vocabulary";

export type PriceChange<Item> = {
  readonly item: Item;
  readonly before: PinnedPrice | null;
  readonly after: PinnedPrice | null;
  readonly change: "added" | "removed" | "changed" | "same";
};

type Priced = PinnedPrice & { readonly itemId: string };

/**
 * What a version of a list changes against the one before it, item by item, in the order of the newer one.
 */
export function differences<Item extends Priced>(
  before: readonly Item[],
  after: readonly Item[],
): readonly PriceChange<Item>[] {
  const earlier = new Map(before.map((each) => [each.itemId, each]));
  const kept = after.map((item): PriceChange<Item> => {
    const was = earlier.get(item.itemId) ?? null;
    const change = was === null ? "added" : samePrice(was, item) ? "same" : "changed";
    return { item, before: was, after: item, change };
  });
  const still = new Set(after.map(({ itemId }) => itemId));
  const gone = before.filter(({ itemId }) => !still.has(itemId));
  return [...kept, ...gone.map((item) => ({ item, before: item, after: null, change: "removed" as const }))];
}

/** Prices are kept in their shortest form, so equal prices are equal texts. */
function samePrice(left: PinnedPrice, right: PinnedPrice): boolean {
  const tiersOf = ({ tiers }: PinnedPrice) =>
    (tiers ?? []).map(({ upTo, unitPrice, flat }) => [upTo, unitPrice, flat].join(" ")).join("|");
  const alike = left.model === right.model && left.unitPrice === right.unitPrice;
  return alike && tiersOf(left) === tiersOf(right);
}
