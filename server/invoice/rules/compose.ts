import { dayText } from "@/server/core/calendar";
import type { Id, PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import { type Money, money } from "@/server/core/money/money";
import type { Period } from "@/server/core/period";
import type { LegKind } from "@/server/quote/rules/vocabulary";
import { type Taxable, type TaxTerms, taxTerms } from "./tax";
import { type Totals, totalsOf } from "./total";

/** One rated item as its invoice needs it. */
export type Chargeable = Period & {
  readonly ratedItemId: Id<"ratedItem">;
  readonly subscriptionId: Id<"subscription">;
  readonly partnerId: PartyId;
  readonly timeZone: string;
  readonly taxClass: string;
  readonly rows: number;
  readonly legs: readonly ChargedLeg[];
};

export type ChargedLeg = {
  readonly number: number;
  readonly kind: LegKind;
  readonly sellerId: PartyId;
  readonly buyerId: PartyId;
  readonly currency: Currency;
  readonly listAmount: bigint;
  readonly amount: bigint;
};

export type Line<Item> = {
  readonly of: Item;
  readonly listAmount: bigint;
  readonly net: Money;
  readonly terms: TaxTerms;
  readonly tax: Money;
};

export type Composed<Item> = Period & {
  readonly subscriptionId: Id<"subscription">;
  readonly sellerId: PartyId;
  readonly customerId: PartyId;
  /** The partner that sold it when it is not the seller of record: it may see the customer's price. */
  readonly readerId: PartyId | null;
  readonly timeZone: string;
  readonly currency: Currency;
  readonly totals: Totals;
  readonly lines: readonly Line<Item>[];
};

/**
 * The invoice of one subscription, from the legs on which its customer buys; null when there is nothing
 * to say. A line of nothing stays if it stands for usage or beside other lines, because somebody may ask
 * where it went.
 */
export function composeInvoice<Item extends Chargeable>(
  items: readonly Item[],
  taxable: (party: PartyId) => Taxable,
  issuedAt: Date,
): Composed<Item> | null {
  const [first] = items;
  if (!first) return null;
  const { sellerId, buyerId: customerId, currency } = customerLeg(first);
  const charged = items.map((of) => {
    const leg = customerLeg(of);
    const same = leg.sellerId === sellerId && leg.buyerId === customerId && leg.currency === currency;
    invariant(same, "a subscription is sold by one seller to one customer in one currency");
    const day = dayText(issuedAt, of.timeZone);
    const terms = taxTerms(taxable(sellerId), taxable(customerId), of.taxClass, day);
    return { of, listAmount: leg.listAmount, net: money(leg.amount, currency), terms };
  });
  if (charged.every(({ net, of }) => net.minor === 0n && of.rows === 0)) return null;
  const totals = totalsOf(charged, currency);
  return {
    subscriptionId: first.subscriptionId,
    sellerId,
    customerId,
    readerId: first.partnerId === sellerId ? null : first.partnerId,
    timeZone: first.timeZone,
    currency,
    from: new Date(Math.min(...items.map(({ from }) => from.getTime()))),
    to: new Date(Math.max(...items.map(({ to }) => to.getTime()))),
    totals,
    lines: charged.map((line, index) => ({ ...line, tax: totals.lineTaxes[index] ?? money(0n, currency) })),
  };
}

/** The last sale of the chain: what the customer pays the seller of record. */
function customerLeg({ legs, ratedItemId }: Chargeable): ChargedLeg {
  const leg = legs.findLast(({ kind }) => kind === "sale");
  invariant(leg !== undefined, `${ratedItemId} has a sale to its customer`);
  return leg;
}
