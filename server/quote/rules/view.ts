import type { PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { add, type Money, money } from "@/server/core/money/money";
import type { ChargeKind } from "@/server/offer/rules/vocabulary";
import { discountAmount, type Position, type PositionLeg, positionOf } from "./position";

/** Charged once, or every month; a month of usage is an estimate. */
export type Rhythm = "once" | "monthly";

export function rhythmOf(charge: ChargeKind): Rhythm {
  return charge === "recurring" || charge === "usage" ? "monthly" : "once";
}

export type ChargedLine<Leg extends PositionLeg = PositionLeg> = {
  readonly charge: ChargeKind;
  /** Those the viewer may know. */
  readonly legs: readonly Leg[];
};

/** An amount by rhythm, and over the whole term. */
export type Totals = { readonly once: Money; readonly monthly: Money; readonly term: Money };

export type CustomerTotals = {
  readonly list: Totals;
  readonly discount: Totals;
  readonly amount: Totals;
};

/**
 * The leg that says what the customer pays: the sale itself, or a share based on it; null for who may know
 * neither.
 */
export function customerLeg<Leg extends PositionLeg>(legs: readonly Leg[], customerId: PartyId): Leg | null {
  const told = legs.filter(({ buyerId }) => buyerId === customerId);
  return told.find(({ kind }) => kind === "sale") ?? told[0] ?? null;
}

/** What the customer pays, or null for a viewer that may not know it. */
export function customerTotals(
  lines: readonly ChargedLine[],
  { customerId, currency, termMonths }: { customerId: PartyId; currency: Currency; termMonths: number },
): CustomerTotals | null {
  const told = lines.map(({ charge, legs }) => ({ charge, leg: customerLeg(legs, customerId) }));
  if (told.some(({ leg }) => leg === null)) return null;
  const total = (amountOf: (leg: PositionLeg) => Money): Totals => {
    const by = (rhythm: Rhythm) =>
      told
        .filter(({ charge }) => rhythmOf(charge) === rhythm)
        .reduce((sum, { leg }) => (leg ? add(sum, amountOf(leg)) : sum), money(0n, currency));
    return overTerm(by("once"), by("monthly"), termMonths);
  };
  return {
    list: total(({ list }) => list),
    discount: total(discountAmount),
    amount: total(({ amount }) => amount),
  };
}

/** What the deal is worth to one party: once, each month, and over the term. */
export type Worth = {
  readonly partyId: PartyId;
  readonly once: Position;
  readonly monthly: Position;
  readonly term: Position;
};

export function worthTo(
  partyId: PartyId,
  lines: readonly ChargedLine[],
  { currency, termMonths }: { currency: Currency; termMonths: number },
): Worth {
  const by = (rhythm: Rhythm) => {
    const legs = lines.filter(({ charge }) => rhythmOf(charge) === rhythm).flatMap((line) => line.legs);
    return positionOf(partyId, legs, currency);
  };
  const [once, monthly] = [by("once"), by("monthly")];
  const over = (field: Exclude<keyof Position, "partyId">) =>
    overTerm(once[field], monthly[field], termMonths).term;
  const term = {
    partyId,
    sold: over("sold"),
    bought: over("bought"),
    paid: over("paid"),
    received: over("received"),
    support: over("support"),
    margin: over("margin"),
  };
  return { partyId, once, monthly, term };
}

function overTerm(once: Money, monthly: Money, months: number): Totals {
  const term = add(once, money(monthly.minor * BigInt(months), monthly.currency));
  return { once, monthly, term };
}
