import type { PartyId } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { LegFacts, LineFacts, Part } from "./line";
import type { FeeTerms, LegSelector } from "./vocabulary";

export const eur = (minor: bigint) => money(minor, EUR);
const cloudbay = "cloudbay" as PartyId;

type Discount = { readonly amount: bigint; readonly bearer: string };

export function sale(
  number: number,
  seller: string,
  buyer: string,
  amount: bigint,
  discount?: Discount,
): LegFacts {
  return {
    number,
    kind: "sale",
    sellerId: seller as PartyId,
    buyerId: buyer as PartyId,
    payerId: null,
    payeeId: null,
    shareRate: null,
    agreementVersionId: null,
    amount: eur(amount),
    discount: eur(discount?.amount ?? 0n),
    discountBearerId: (discount?.bearer ?? null) as PartyId | null,
  };
}

export function share(below: LegFacts, number: number, payer: string, payee: string, rate: bigint): LegFacts {
  return {
    ...below,
    number,
    kind: "share",
    payerId: payer as PartyId,
    payeeId: payee as PartyId,
    shareRate: rate,
  };
}

export function line(
  legs: readonly LegFacts[],
  roles: readonly (readonly [LegSelector, string])[] = [],
): LineFacts {
  const net = legs.filter(({ kind }) => kind === "sale").at(-1)?.amount ?? eur(0n);
  return { net, legs, roles: new Map(roles.map(([role, party]) => [role, party as PartyId])) };
}

export function earned(parts: readonly Part[]): Record<string, bigint> {
  const all: Record<string, bigint> = {};
  for (const { partyId, amount } of parts) all[partyId] = (all[partyId] ?? 0n) + amount.minor;
  return all;
}

export const feeBefore: FeeTerms = { rate: "30000", timing: "before_split", partyId: cloudbay };
export const feeAfter: FeeTerms = { ...feeBefore, timing: "after_split" };
