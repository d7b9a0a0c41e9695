import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { decimal } from "@/server/core/decimal";
import type { Id, PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import { WHOLE } from "@/server/core/money/rate";
import { Refusal } from "@/server/core/refusal";
import { type ItemPrices, readPrices } from "@/server/offer/prices";
import { type OfferedVersion, readPublishedOffer } from "@/server/offer/read";
import { priceAmount } from "@/server/offer/rules/rating";
import type { ChargeKind } from "@/server/offer/rules/vocabulary";
import { type Chain, type ChainParty, readChain } from "@/server/party/chain";
import { readParty } from "@/server/party/read";
import { sellerOfRecord } from "@/server/party/rules/chain";
import type { Composition } from "./input";
import { quoteDigest } from "./rules/digest";
import { type Discount, discountOf, type ExceptionCause, exceptionCauses } from "./rules/discount";
import { priceLegs, type QuotedLeg, type SalePrice, type ShareTerms } from "./rules/legs";
import { chooseQuantities } from "./rules/quantities";
import { validUntil } from "./rules/validity";

export type ProposedLine = {
  readonly position: number;
  readonly componentId: Id<"component">;
  readonly itemId: Id<"item">;
  readonly supplierId: PartyId;
  readonly name: string;
  readonly unit: string;
  readonly charge: ChargeKind;
  readonly quantity: string;
  readonly legs: readonly QuotedLeg[];
};

/**
 * A deal worked out over all edges of its chain. It knows every tier's price: it is for deciding and for
 * writing, and whoever shows it shows the legs that `mayKnowLeg` lets the viewer know.
 */
export type Proposal = {
  readonly offer: OfferedVersion;
  readonly chain: Chain;
  readonly partner: ChainParty;
  readonly customer: ChainParty;
  readonly sellerId: PartyId;
  readonly currency: Currency;
  readonly lines: readonly ProposedLine[];
  readonly discount: Discount | null;
  readonly band: bigint;
  readonly causes: readonly ExceptionCause[];
  readonly validUntil: Date;
  readonly digest: string;
};

/** For how many days from now, or until which instant. */
type Validity = { readonly validDays: number } | { readonly validUntil: Date };

/** Works a quote out at the prices, terms and route of this moment. */
export async function propose(scope: Scope, asked: Composition & Validity): Promise<Proposal> {
  const { now } = scope;
  const offer = await readPublishedOffer(scope, asked.offerId);
  const partnerId = await partnerOf(scope, asked.customerId);
  await assertMarketplace(scope, asked.marketplaceId);
  const chain = await readChain(scope, {
    partnerId,
    customerId: asked.customerId,
    family: offer.family,
    at: now,
  });
  const [partner, customer] = [partyIn(chain, partnerId), partyIn(chain, asked.customerId)];
  const ends = {
    sellerId: sellerOfRecord(chain.links),
    partnerId,
    operatorId: scope.actor.operator as string as PartyId,
  };
  const discount = discountOf({ ...ends, rate: asked.discountRate, bearerId: asked.discountBearerId });
  const lines = await priceLines(scope, { asked, offer, chain, discount });
  const band = chain.links.find(({ childId }) => childId === partnerId)?.terms?.discountBand ?? WHOLE;
  const until = "validUntil" in asked ? asked.validUntil : validUntil(now, asked.validDays, partner.timeZone);
  const digest = quoteDigest({
    ...{ customerId: customer.id, partnerId, marketplaceId: asked.marketplaceId },
    ...{ offerVersionId: offer.versionId, termMonths: offer.termMonths },
    ...{ chain: chain.snapshot, validUntil: until, lines },
  });
  return {
    ...{
      offer,
      chain,
      partner,
      customer,
      sellerId: ends.sellerId,
      currency: chain.currency,
      lines,
      discount,
      band,
    },
    ...{ causes: exceptionCauses(discount, { band, ...ends }), validUntil: until, digest },
  };
}

type Pricing = {
  readonly asked: Composition;
  readonly offer: Proposal["offer"];
  readonly chain: Chain;
  readonly discount: Discount | null;
};

async function priceLines(
  scope: Scope,
  { asked, offer, chain, discount }: Pricing,
): Promise<readonly ProposedLine[]> {
  const chosen = chooseQuantities(offer.components, asked.quantities);
  const itemIds = chosen.map(({ component }) => component.itemId);
  const prices = await readPrices(scope, { chain, itemIds, at: scope.now });
  const shares = sharesOf(chain);
  return chosen.map(({ component, quantity }, position) => {
    const { componentId, itemId, supplierId, name, unit, charge } = component;
    const sales = salesOf(prices.get(itemId), quantity);
    const legs = priceLegs({ steps: chain.links, supplierId, sales, shares, discount });
    return { position, componentId, itemId, supplierId, name, unit, charge, quantity, legs };
  });
}

/** Every sale's price, with what it comes to for this quantity. */
function salesOf(prices: ItemPrices | undefined, wanted: string): ReadonlyMap<number, SalePrice> {
  invariant(prices !== undefined, "prices are read for every item that is asked for");
  const quantity = decimal(wanted);
  const priced = [...prices.sales].map(([number, sale]) => {
    const { exact } = priceAmount(sale.price, { quantity }, sale.currency);
    return [number, { ...sale, exact }] as const;
  });
  return new Map(priced);
}

/** What each commission or agent edge earns, by its place in the chain. */
function sharesOf({ links }: Chain): ReadonlyMap<number, ShareTerms> {
  const shares = links.flatMap(({ model, terms }, place) =>
    model === "buy_sell" || terms === null
      ? []
      : [[place, { agreementVersionId: terms.versionId, rate: terms.commissionRate }] as const],
  );
  return new Map(shares);
}

/** Whose customer it is. A partner quotes for its own; a job of the operator's for any. */
async function partnerOf(scope: Scope, customerId: PartyId): Promise<PartyId> {
  const { kind, parentId } = await readParty(scope, customerId);
  const isTheirs = isOperator(scope.actor) || parentId === scope.actor.party;
  if (kind !== "customer" || parentId === null || !isTheirs) {
    throw new Refusal("NOT_FOUND", "You have no such customer.");
  }
  return parentId;
}

async function assertMarketplace(scope: Scope, id: PartyId | null): Promise<void> {
  if (id === null) return;
  const { kind, name } = await readParty(scope, id);
  if (kind !== "marketplace") throw new Refusal("INVALID", `${name} is no marketplace.`);
}

function partyIn({ parties }: Chain, id: PartyId): ChainParty {
  const found = parties.get(id);
  invariant(found !== undefined, "a chain knows its parties");
  return found;
}
