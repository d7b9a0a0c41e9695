import { describe, expect, test } from "vitest";
import type { PartyId } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { QuotedLeg } from "./legs";
import { saysTheSame } from "./same";

const edge = {
  ...{ edgeId: "edg_1", parentId: "operator", childId: "alpine" },
  ...{ model: "buy_sell" as const, agreementVersionId: "agv_1" },
};

/** The cost, Alpine's purchase, and the customer's sale of Alpine's. */
const quoted = said([
  leg(0, "supplier", "operator"),
  leg(1, "operator", "alpine"),
  leg(2, "alpine", "customer"),
]);

describe("a quote worked out again says the same", () => {
  test.each([
    // what changed            to operator, alpine
    ["nothing", quoted, true, true],
    ["the supplier's price", changed(0, { priceVersionId: "prv_new" }), false, true],
    ["its purchase price", changed(1, { priceVersionId: "prv_new" }), false, false],
    ["its purchase amount", changed(1, { amount: money(9n, EUR) }), false, false],
    ["the customer's discount", changed(2, { discountRate: 1n }), false, false],
    ["the offer", { ...quoted, offerVersionId: "ofv_new" }, false, false],
    ["the route", { ...quoted, edges: [{ ...edge, childId: "other" }] }, false, false],
    ["terms of an agreement", { ...quoted, edges: [{ ...edge, agreementVersionId: "agv_new" }] }, true, true],
  ] as const)("after a change of %s", (_name, again, toOperator, toAlpine) => {
    const [operator, alpine] = ["operator", "alpine"] as PartyId[] as [PartyId, PartyId];
    expect(saysTheSame(quoted, again, { partyId: operator, isOperator: true })).toBe(toOperator);
    expect(saysTheSame(quoted, again, { partyId: alpine, isOperator: false })).toBe(toAlpine);
  });
});

function said(legs: readonly QuotedLeg[]) {
  return { offerVersionId: "ofv_1", edges: [edge], lines: [{ componentId: "cmp_1", quantity: "1", legs }] };
}

function changed(number: number, change: Partial<QuotedLeg>) {
  const legs = quoted.lines.flatMap((line) => line.legs);
  return said(legs.map((each) => (each.number === number ? { ...each, ...change } : each)));
}

function leg(number: number, sellerId: string, buyerId: string): QuotedLeg {
  return {
    ...{ number, kind: "sale", sellerId: sellerId as PartyId, buyerId: buyerId as PartyId },
    ...{ payerId: null, payeeId: null, shareRate: null, agreementVersionId: null },
    ...{ priceVersionId: `prv_${number}`, price: { model: "per_unit", unitPrice: "1", tiers: null } },
    ...{ discountRate: 0n, discountBearerId: null, list: money(100n, EUR), amount: money(100n, EUR) },
  };
}
