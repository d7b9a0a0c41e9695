import type { Id, PartyId } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import type { Derivation, LegSelector, SettlementKind } from "./vocabulary";

/** What one edge of the chain charged for the line, as it was rated. */
export type LegFacts = {
  readonly number: number;
  readonly kind: "sale" | "share";
  readonly sellerId: PartyId;
  readonly buyerId: PartyId;
  readonly payerId: PartyId | null;
  readonly payeeId: PartyId | null;
  /** Of a share, in parts per million. */
  readonly shareRate: bigint | null;
  readonly agreementVersionId: Id<"agreementVersion"> | null;
  readonly amount: Money;
  readonly discount: Money;
  readonly discountBearerId: PartyId | null;
};

/**
 * An issued line with everything its division depends on. Legs stand in the order of the chain, the
 * supplier's first.
 */
export type LineFacts = {
  readonly net: Money;
  readonly legs: readonly LegFacts[];
  /** Who plays which role in the deal's chain; a waterfall names its legs by role. */
  readonly roles: ReadonlyMap<LegSelector, PartyId>;
};

/** What one party gets, or gives, of the line. */
export type Part = {
  readonly kind: SettlementKind;
  readonly partyId: PartyId;
  /** Who pays a share or a fee, and so may see it. */
  readonly payerId: PartyId | null;
  readonly agreementVersionId: Id<"agreementVersion"> | null;
  readonly base: Money;
  readonly rate: bigint | null;
  readonly amount: Money;
  readonly derivation: Derivation;
};
