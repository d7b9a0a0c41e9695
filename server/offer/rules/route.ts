import type { PartyId } from "@/server/core/ids";
import type { LegPlan } from "@/server/party/rules/chain";

export type Audience = "cost" | "wholesale" | "retail";

/**
 * Where the price of one sale of a chain is looked up: whose list, and for which readers in order of
 * preference.
 */
export type PriceRoute = {
  /** The number of the sale in the chain. */
  readonly number: number;
  readonly audience: Audience;
  readonly sellerId: PartyId;
  readonly buyerId: PartyId;
  readonly readerIds: readonly (PartyId | null)[];
};

/**
 * The first sale is priced by the supplier's cost list, those between by the seller's wholesale list for that
 * buyer, and the last by the seller's retail list: the one made for the quoting partner if there is one, else
 * the general one.
 */
export function priceRoutes(plan: readonly LegPlan[], partnerId: PartyId): readonly PriceRoute[] {
  const sales = plan.filter((leg) => leg.kind === "sale");
  return sales.map(({ number, sellerId, buyerId }, index) => {
    const route = { number, sellerId, buyerId };
    if (index === 0) return { ...route, audience: "cost", readerIds: [buyerId] };
    if (index < sales.length - 1) return { ...route, audience: "wholesale", readerIds: [buyerId] };
    const readerIds = partnerId === sellerId ? [null] : [partnerId, null];
    return { ...route, audience: "retail", readerIds };
  });
}
