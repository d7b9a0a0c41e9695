import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { type Currency, EUR, USD } from "@/server/core/money/currency";
import { activatePriceVersion } from "@/server/offer/price-activate";
import type { NewPriceList } from "@/server/offer/price-input";
import { draftPriceVersion, openPriceList, setPrice } from "@/server/offer/price-list";
import type { PinnedPrice } from "@/server/offer/rules/vocabulary";
import type { DealItems, ItemName } from "./offer";
import type { DealParties, PartyName } from "./parties";

type Prices = Partial<Record<ItemName, PinnedPrice>>;

type Sheet = {
  readonly name: string;
  readonly audience: NewPriceList["audience"];
  readonly seller: PartyName;
  readonly reader: PartyName | null;
  readonly currency: Currency;
  readonly prices: Prices;
};

const network = (setup: string, line: string): Prices => ({ setup: each(setup), connectivity: each(line) });
const cloud = (
  compute: readonly [string, string, string],
  storage: readonly [string, string, string],
): Prices => ({
  compute: tiers(["500", compute[0]], ["2000", compute[1]], [null, compute[2]]),
  storage: tiers(["100000", storage[1], storage[0]], [null, storage[2]]),
});
const security = (seat: string): Prices => ({ seats: each(seat) });
const field = (visit: string): Prices => ({ installation: each(visit) });

const costs = {
  network: network("120", "38"),
  cloud: cloud(["0.031", "0.027", "0.0225"], ["0.5", "0.0000375", "0.00003"]),
  security: security("3.2"),
  field: field("340"),
};

/** What Meridian asks of a distributor that buys. */
const first: Prices = {
  ...network("180", "52"),
  ...cloud(["0.038", "0.033", "0.0275"], ["0.8", "0.000045", "0.000036"]),
  ...security("4.1"),
  ...field("410"),
};

const second: Prices = {
  ...network("210", "58.5"),
  ...cloud(["0.0415", "0.0365", "0.0305"], ["1.1", "0.0000495", "0.00004"]),
  ...security("4.65"),
  ...field("445"),
};

const retail: Prices = {
  ...network("259", "74"),
  ...cloud(["0.0545", "0.0479", "0.0405"], ["1.5", "0.000065", "0.000052"]),
  ...security("6.4"),
  ...field("560"),
};

/** What Alpine and Meridian ask when they sell to a customer themselves. */
const straight: Prices = {
  ...network("265", "76"),
  ...cloud(["0.0552", "0.0485", "0.0411"], ["1.5", "0.000066", "0.000053"]),
  ...security("6.55"),
  ...field("575"),
};

/** Dollars: what Redwood pays, and what its customers pay. */
const dollars: Prices = {
  ...network("224", "62.5"),
  ...cloud(["0.0442", "0.0389", "0.0325"], ["1.2", "0.0000527", "0.0000427"]),
  ...security("4.95"),
  ...field("474"),
};
const dollarsRetail: Prices = {
  ...network("279", "79"),
  ...cloud(["0.0581", "0.0511", "0.0432"], ["1.6", "0.0000694", "0.0000555"]),
  ...security("6.85"),
  ...field("598"),
};

/** Every list of the deal: costs, one wholesale list an edge where title passes, and what customers pay. */
const sheets = {
  networkCost: sheet("Network, internal cost", "cost", "meridian", "meridian", costs.network),
  cloudCost: sheet("Nimbus, cost", "cost", "nimbus", "meridian", costs.cloud),
  securityCost: sheet("Castellan, cost", "cost", "castellan", "meridian", costs.security),
  fieldCost: sheet("Fieldline, cost", "cost", "fieldline", "meridian", costs.field),
  alpine: sheet("Alpine, wholesale", "wholesale", "meridian", "alpine", first),
  harbor: sheet("Blue Harbor, wholesale", "wholesale", "alpine", "harbor", second),
  retail: sheet("Blue Harbor, retail", "retail", "harbor", null, retail),
  creek: sheet("Blue Harbor, retail for Little Creek", "retail", "harbor", "creek", retail),
  alpineRetail: sheet("Alpine, retail", "retail", "alpine", null, straight),
  meridianRetail: sheet("Meridian, retail", "retail", "meridian", null, straight),
  networkCostUsd: sheet("Network, internal cost (USD)", "cost", "meridian", "meridian", costs.network, USD),
  cloudCostUsd: sheet("Nimbus, cost (USD)", "cost", "nimbus", "meridian", costs.cloud, USD),
  securityCostUsd: sheet("Castellan, cost (USD)", "cost", "castellan", "meridian", costs.security, USD),
  fieldCostUsd: sheet("Fieldline, cost (USD)", "cost", "fieldline", "meridian", costs.field, USD),
  redwood: sheet("Redwood, wholesale (USD)", "wholesale", "meridian", "redwood", dollars, USD),
  redwoodRetail: sheet("Redwood, retail (USD)", "retail", "redwood", null, dollarsRetail, USD),
} as const satisfies Record<string, Sheet>;

export type ListName = keyof typeof sheets;
export type DealLists = Readonly<
  Record<ListName, { readonly listId: Id<"priceList">; readonly versionId: Id<"priceVersion"> }>
>;

/** Writes the first version of every list and puts it in force. */
export async function priceDeal(scope: Scope, parties: DealParties, items: DealItems): Promise<DealLists> {
  const lists: Partial<Record<ListName, DealLists[ListName]>> = {};
  for (const [key, { name, audience, seller, reader, currency, prices }] of Object.entries<Sheet>(sheets)) {
    const readerId = reader && parties[reader];
    const listId = await openPriceList(scope, {
      name,
      audience,
      sellerId: parties[seller],
      readerId,
      currency,
    });
    const versionId = await draftPriceVersion(scope, { priceListId: listId });
    for (const [item, price] of Object.entries(prices)) {
      await setPrice(scope, { versionId, itemId: items[item as ItemName], ...price });
    }
    await activatePriceVersion(scope, { id: versionId });
    lists[key as ListName] = { listId, versionId };
  }
  return lists as DealLists;
}

function sheet(
  name: string,
  audience: Sheet["audience"],
  seller: PartyName,
  reader: PartyName | null,
  prices: Prices,
  currency: Currency = EUR,
): Sheet {
  return { name, audience, seller, reader, prices, currency };
}

function each(unitPrice: string): PinnedPrice {
  return { model: "per_unit", unitPrice, tiers: null };
}

function tiers(
  ...steps: readonly (readonly [upTo: string | null, unitPrice: string, flat?: string])[]
): PinnedPrice {
  const written = steps.map(([upTo, unitPrice, flat = "0"]) => ({ upTo, unitPrice, flat }));
  return { model: "graduated", unitPrice: null, tiers: written };
}
