import { activatePriceVersion } from "@/server/offer/price-activate";
import { draftPriceVersion, setPrice } from "@/server/offer/price-list";
import { act, instant, type World } from "./world";

/**
 * Blue Harbor's retail price of the line goes up from the next month on; what was sold before keeps its
 * price.
 */
export async function raisePrices(world: World, at: Date): Promise<void> {
  const { deal } = world;
  const month =
    at.getUTCMonth() - world.begin.getUTCMonth() + 12 * (at.getUTCFullYear() - world.begin.getUTCFullYear());
  await act(world, deal.people.catalogue, at, async (scope) => {
    for (const name of ["retail", "creek"] as const) {
      const id = await draftPriceVersion(scope, { priceListId: deal.lists[name].listId });
      const line = { model: "per_unit", unitPrice: "77", tiers: null } as const;
      await setPrice(scope, { versionId: id, itemId: deal.items.connectivity, ...line });
      await activatePriceVersion(scope, { id, from: instant(world, month + 1, 1, 0) });
    }
  });
}
