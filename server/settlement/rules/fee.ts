import type { PartyId } from "@/server/core/ids";
import { type Money, money, subtract } from "@/server/core/money/money";
import { partsPerMillion, portion } from "@/server/core/money/rate";
import { split } from "@/server/core/money/split";
import { derivation, rateText, step } from "./derivation";
import type { Part } from "./line";
import type { FeeTerms } from "./vocabulary";

/** What the marketplace takes of a net, rounded once (F-3); nothing without terms. */
export function feeOf(net: Money, fee: FeeTerms | null): Money {
  return fee === null ? money(0n, net.currency) : portion(net, partsPerMillion(BigInt(fee.rate)));
}

export function feePart(net: Money, fee: FeeTerms, payerId: PartyId): Part {
  const amount = feeOf(net, fee);
  const rate = BigInt(fee.rate);
  return {
    kind: "fee",
    partyId: fee.partyId as PartyId,
    payerId,
    agreementVersionId: null,
    base: net,
    rate,
    amount,
    derivation: derivation("marketplace fee", [
      step("net", "The customer's net is", net),
      step("fee", `${rateText(rate)} of it is`, amount),
    ]),
  };
}

/**
 * After the split, each part that receives something pays its share of the fee, by largest remainder
 * (F-3). Of a credit the fee comes back, to the parts that the credit takes from. Since the parts add up
 * to the net, at least one has the fee's sign.
 */
export function chargeFee(parts: readonly Part[], fee: Money): readonly Part[] {
  if (fee.minor === 0n) return parts;
  const sign = fee.minor > 0n ? 1n : -1n;
  const weights = parts.map(({ amount }) => (amount.minor * sign > 0n ? amount.minor * sign : 0n));
  const charged = split(fee, weights);
  return parts.map((part, index) => {
    const own = charged[index] ?? money(0n, fee.currency);
    if (own.minor === 0n) return part;
    const steps = [...part.derivation.steps, step("fee", "Part of the marketplace's fee", own)];
    const amount = subtract(part.amount, own);
    return { ...part, amount, derivation: derivation(part.derivation.rule, steps) };
  });
}
