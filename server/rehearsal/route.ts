import { and, asc, eq, inArray } from "drizzle-orm";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { decimal } from "@/server/core/decimal";
import type { PartyId } from "@/server/core/ids";
import { add, type Money, money, moneyText, negate } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { findPrices, type ItemPrices, type PriceGap } from "@/server/offer/prices";
import type { OfferedVersion } from "@/server/offer/read";
import type { OfferedComponent } from "@/server/offer/rules/draft";
import { priceAmount } from "@/server/offer/rules/rating";
import { type Chain, readChain } from "@/server/party/chain";
import { addCustomer } from "@/server/party/customer";
import type { PartyRow } from "@/server/party/read";
import { sellingRoles } from "@/server/party/rules/vocabulary";
import { type Finding, failed, passed } from "./rules/finding";
import { marginsOf, type RouteLine } from "./rules/margin";

/** The partners a deal could come through: those who sell, as they stand now. */
export async function readSellers({ db, actor }: Scope): Promise<readonly PartyRow[]> {
  const selling = and(eq(party.status, "active"), inArray(party.kind, [...sellingRoles]));
  return db
    .select()
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), selling))
    .orderBy(asc(party.path));
}

/**
 * Sells the offer's usual quantities through one partner to a customer made up for it. The caller takes it
 * back.
 */
export async function checkRoute(
  scope: Scope,
  version: OfferedVersion,
  partner: PartyRow,
): Promise<readonly Finding[]> {
  const check = `Route of ${partner.name}`;
  const customerId = await inventCustomer(scope, partner);
  let chain: Chain;
  try {
    chain = await readChain(scope, {
      partnerId: partner.id,
      customerId,
      family: version.family,
      at: scope.now,
    });
  } catch (error) {
    if (error instanceof Refusal) return []; // No route for this family: nothing is sold here.
    throw error;
  }
  const itemIds = version.components.map(({ itemId }) => itemId);
  const { items, gaps } = await findPrices(scope, { chain, itemIds, at: scope.now });
  if (gaps.length > 0) return [failed(check, gaps.map((gap) => gapText(chain, gap)).join(" "))];
  const losing = losses(chain, version, items);
  if (losing.length > 0) return [failed(check, losing.join(" "))];
  return [
    passed(
      check,
      `Every price in ${chain.currency} is there, and nobody on it loses money on a usual order.`,
    ),
  ];
}

function inventCustomer(scope: Scope, { id, currency, country, timeZone }: PartyRow): Promise<PartyId> {
  const address = { street: "Rehearsal", postcode: "0", city: "Rehearsal", email: "rehearsal@example.org" };
  const profile = { legalName: "Rehearsal customer", taxId: null, ...address };
  const name = "Rehearsal customer";
  const slug = `rehearsal-${scope.now.getTime()}`;
  return addCustomer(scope, { partnerId: id, name, slug, currency, country, timeZone, profile });
}

function gapText(chain: Chain, { name, audience, sellerId, buyerId, number }: PriceGap): string {
  const nameOf = (id: PartyId) => chain.parties.get(id)?.name ?? "its supplier";
  if (audience === "cost")
    return `“${name}” has no cost in ${chain.currency}: set it in the supplier's cost list.`;
  const isRetail = number === chain.links.length;
  const missing = isRetail ? "retail price" : `wholesale price for ${nameOf(buyerId)}`;
  return `“${name}” has no ${missing} in ${chain.currency}: set it in a price list of ${nameOf(sellerId)}.`;
}

/** Who would lose money over the term of a usual order, and on what. */
function losses(
  chain: Chain,
  version: OfferedVersion,
  items: ReadonlyMap<string, ItemPrices>,
): readonly string[] {
  const rates = new Map(chain.links.map(({ terms }, step) => [step, terms?.commissionRate ?? 0n]));
  const totals = new Map<PartyId, { whole: Money; worst: Money; name: string }>();
  for (const component of version.components) {
    const line = lineOf(component, items, chain, version.termMonths);
    for (const { partyId, margin } of marginsOf(chain.links, rates, line, chain.currency)) {
      const kept = totals.get(partyId) ?? {
        whole: money(0n, chain.currency),
        worst: margin,
        name: component.name,
      };
      const isWorst = margin.minor < kept.worst.minor;
      const worst = isWorst ? { worst: margin, name: component.name } : {};
      totals.set(partyId, { ...kept, ...worst, whole: add(kept.whole, margin) });
    }
  }
  return [...totals]
    .filter(([, { whole }]) => whole.minor < 0n)
    .map(([id, { whole, name }]) => {
      const loss = moneyText(negate(whole));
      const loser = chain.parties.get(id)?.name;
      const loses = `${loser} would lose ${loss} over the term, most of it on “${name}”`;
      return `${loses}: check the prices above and below it.`;
    });
}

/** What a usual order of a component comes to over the whole term, on every sale of the chain. */
function lineOf(
  { itemId, name, supplierId, charge, quantityDefault }: OfferedComponent,
  items: ReadonlyMap<string, ItemPrices>,
  { currency }: Chain,
  termMonths: number,
): RouteLine {
  const times = charge === "recurring" || charge === "usage" ? BigInt(termMonths) : 1n;
  const sales = [...(items.get(itemId)?.sales ?? [])].map(([number, { price }]) => {
    const { amount } = priceAmount(price, { quantity: decimal(quantityDefault) }, currency);
    return [number, money(amount.minor * times, currency)] as const;
  });
  return { name, supplierId, sales: new Map(sales) };
}
