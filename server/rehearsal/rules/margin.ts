import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import { type Money, money, sum } from "@/server/core/money/money";
import { partsPerMillion, portion } from "@/server/core/money/rate";
import { type ChainStep, planLegs } from "@/server/party/rules/chain";

export type RouteLine = {
  readonly name: string;
  readonly supplierId: PartyId;
  /** What each sale of the line comes to, by its number in the chain. */
  readonly sales: ReadonlyMap<number, Money>;
};

/** What a party is left with of one line: sold less bought, less shares paid, and shares received. */
export type TierMargin = { readonly partyId: PartyId; readonly name: string; readonly margin: Money };

/**
 * What every party of a chain keeps of one line (F-7). Together they keep what the customer pays less what
 * the supplier costs, whatever the rates.
 */
export function marginsOf(
  steps: readonly ChainStep[],
  rates: ReadonlyMap<number, bigint>,
  line: RouteLine,
  currency: Currency,
): readonly TierMargin[] {
  const margins = new Map<PartyId, bigint>();
  const give = (party: PartyId, minor: bigint) => margins.set(party, (margins.get(party) ?? 0n) + minor);
  const plan = planLegs(steps, line.supplierId);
  for (const leg of plan) {
    if (leg.kind === "sale") {
      const { minor } = amountOf(line, leg.number);
      if (leg.number > 0) give(leg.sellerId, minor);
      if (leg.number < plan.length - 1) give(leg.buyerId, -minor);
      continue;
    }
    const share = portion(amountOf(line, leg.basedOn), partsPerMillion(rates.get(leg.step) ?? 0n)).minor;
    give(leg.payerId, -share);
    give(leg.payeeId, share);
  }
  const kept = [...margins].map(([partyId, minor]) => ({
    partyId,
    name: line.name,
    margin: money(minor, currency),
  }));
  const whole = amountOf(line, plan.length - 1).minor - amountOf(line, 0).minor;
  invariant(
    sum(
      kept.map(({ margin }) => margin),
      currency,
    ).minor === whole,
    "margins add up to price less cost",
  );
  return kept;
}

function amountOf({ sales }: RouteLine, number: number): Money {
  const amount = sales.get(number);
  invariant(amount !== undefined, "every sale of a line has an amount");
  return amount;
}
