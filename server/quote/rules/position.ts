import type { PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { add, type Money, money, subtract } from "@/server/core/money/money";
import { type QuotedLeg, shareAmount } from "./legs";

/** What a deal is worth to one party: margin = sold − bought − shares paid + shares received + support. */
export type Position = {
  readonly partyId: PartyId;
  readonly sold: Money;
  readonly bought: Money;
  readonly paid: Money;
  readonly received: Money;
  /** Positive for a seller whose discount another party bears, negative for that party. */
  readonly support: Money;
  readonly margin: Money;
};

/** What of a leg its parties see of each other; the rest of it adds nothing here. */
export type PositionLeg = Pick<
  QuotedLeg,
  | "kind"
  | "sellerId"
  | "buyerId"
  | "payerId"
  | "payeeId"
  | "shareRate"
  | "discountBearerId"
  | "list"
  | "amount"
>;

/**
 * One party's position, over all legs of a quote or over those it may see: what it has no part in adds
 * nothing.
 */
export function positionOf(partyId: PartyId, legs: readonly PositionLeg[], currency: Currency): Position {
  const total = (amountOf: (leg: PositionLeg) => Money, counts: (leg: PositionLeg) => boolean): Money =>
    legs.filter(counts).reduce((sum, leg) => add(sum, amountOf(leg)), money(0n, currency));
  const sold = total(amountOf, (leg) => leg.kind === "sale" && leg.sellerId === partyId);
  const bought = total(amountOf, (leg) => leg.kind === "sale" && leg.buyerId === partyId);
  const paid = total(shareAmount, ({ payerId }) => payerId === partyId);
  const received = total(shareAmount, ({ payeeId }) => payeeId === partyId);
  const support = supportOf(partyId, legs, total);
  const margin = add(subtract(subtract(sold, bought), paid), add(received, support));
  return { partyId, sold, bought, paid, received, support, margin };
}

/** What a discount takes off. */
export function discountAmount({ list, amount }: Pick<QuotedLeg, "list" | "amount">): Money {
  return subtract(list, amount);
}

type Total = (amountOf: (leg: PositionLeg) => Money, counts: (leg: PositionLeg) => boolean) => Money;

/** What others bear of the discounts it gives, less what it bears of theirs. */
function supportOf(partyId: PartyId, legs: readonly PositionLeg[], total: Total): Money {
  const given = (leg: PositionLeg) => leg.kind === "sale" && leg.sellerId === partyId && isSupported(leg);
  // A partner on commission knows the sale by its share of it alone, the operator by the sale.
  const byShare = legs.some(({ payeeId }) => payeeId === partyId);
  const knows = (leg: PositionLeg) => (byShare ? leg.payeeId === partyId : leg.kind === "sale");
  const bears = (leg: PositionLeg) => leg.discountBearerId === partyId && isSupported(leg) && knows(leg);
  return subtract(total(discountAmount, given), total(discountAmount, bears));
}

function isSupported({ discountBearerId, sellerId }: PositionLeg): boolean {
  return discountBearerId !== null && discountBearerId !== sellerId;
}

function amountOf({ amount }: PositionLeg): Money {
  return amount;
}
