import { canonicalJson } from "@/server/core/digest";
import type { PartyId } from "@/server/core/ids";
import type { ChainEdge } from "@/server/party/rules/vocabulary";
import type { QuotedLeg } from "./legs";
import { mayKnowLeg } from "./sight";

type Said = {
  readonly offerVersionId: string;
  readonly edges: readonly ChainEdge[];
  readonly lines: readonly {
    readonly componentId: string;
    readonly quantity: string;
    readonly legs: readonly QuotedLeg[];
  }[];
};

type Viewer = { readonly partyId: PartyId; readonly isOperator: boolean };

/**
 * Whether two quotes say the same to one who looks at both. A price that moved on somebody else's edge is
 * another quote to the operator and the same quote to the partner, who must not even learn that it moved.
 */
export function saysTheSame(left: Said, right: Said, viewer: Viewer): boolean {
  return told(left, viewer) === told(right, viewer);
}

function told({ offerVersionId, edges, lines }: Said, viewer: Viewer): string {
  return canonicalJson({
    offerVersionId,
    edges: edges.map(({ parentId, childId, model }) => [parentId, childId, model]),
    lines: lines.map(({ componentId, quantity, legs }) => ({
      ...{ componentId, quantity },
      legs: legs.filter((leg) => mayKnowLeg(viewer, leg)).map(toldOfLeg),
    })),
  });
}

function toldOfLeg(leg: QuotedLeg) {
  const { number, kind, priceVersionId, price, shareRate, agreementVersionId } = leg;
  const { discountRate, discountBearerId, list, amount } = leg;
  return [
    ...[number, kind, priceVersionId, price, shareRate, agreementVersionId],
    ...[discountRate, discountBearerId, list, amount],
  ];
}
