import type { PartyId } from "@/server/core/ids";
import type { QuotedLeg } from "./legs";

type Viewer = { readonly partyId: PartyId; readonly isOperator: boolean };
type Parties = Pick<QuotedLeg, "kind" | "sellerId" | "buyerId" | "payerId" | "payeeId">;

/**
 * Who may know a leg, in the words of the policy that guards its row; for legs that are worked out and not
 * yet kept.
 */
export function mayKnowLeg({ partyId, isOperator }: Viewer, leg: Parties): boolean {
  if (isOperator || leg.payerId === partyId || leg.payeeId === partyId) return true;
  return leg.kind === "sale" && (leg.sellerId === partyId || leg.buyerId === partyId);
}
