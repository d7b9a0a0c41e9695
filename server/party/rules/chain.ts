import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { EdgeModel } from "./vocabulary";

/** A step of a deal's chain, as far as title and legs depend on it. The last one ends at the customer. */
export type ChainStep = { readonly parentId: string; readonly childId: string; readonly model: EdgeModel };

/** A price that somebody charges and somebody pays: seller and buyer are those of record. */
export type SaleLeg = {
  readonly kind: "sale";
  readonly number: number;
  readonly sellerId: PartyId;
  readonly buyerId: PartyId;
};

/** A part of a sale that the parent of a commission edge owes its child. */
export type ShareLeg = {
  readonly kind: "share";
  readonly number: number;
  readonly sellerId: PartyId;
  readonly buyerId: PartyId;
  readonly payerId: PartyId;
  readonly payeeId: PartyId;
  /** The number of the sale whose net it is a part of: the next sale below it. */
  readonly basedOn: number;
  /** The place of its edge in the chain, which names the agreement. */
  readonly step: number;
};

export type LegPlan = SaleLeg | ShareLeg;

/**
 * Who holds title in a chain: the party it starts from, and every partner that buys. Title passes along
 * buy-sell edges only; the customer at the end consumes and resells nothing.
 */
export function titleHolders(steps: readonly ChainStep[]): readonly PartyId[] {
  assertChain(steps);
  const partners = steps.slice(0, -1);
  const buyers = partners.filter(({ model }) => model === "buy_sell").map(({ childId }) => childId);
  return [steps[0]?.parentId, ...buyers] as PartyId[];
}

/** Who sells to the customer: the last party that holds title. */
export function sellerOfRecord(steps: readonly ChainStep[]): PartyId {
  const seller = titleHolders(steps).at(-1);
  invariant(seller !== undefined, "somebody sells to the customer");
  return seller;
}

/**
 * The legs of one line: leg 0 is the supplier's sale to the operator, then one leg an edge down the chain. A
 * buy-sell edge is a sale from the nearest title holder above it; any other is a share of the next sale
 * below.
 */
export function planLegs(steps: readonly ChainStep[], supplierId: PartyId): readonly LegPlan[] {
  const holders = new Set<string>(titleHolders(steps));
  const operatorId = steps[0]?.parentId as PartyId;
  const sales = new Map<number, SaleLeg>();
  let seller = operatorId;
  steps.forEach(({ childId }, index) => {
    const isCustomer = index === steps.length - 1;
    if (!isCustomer && !holders.has(childId)) return;
    const buyerId = childId as PartyId;
    sales.set(index, { kind: "sale", number: index + 1, sellerId: seller, buyerId });
    seller = buyerId;
  });
  const cost: SaleLeg = { kind: "sale", number: 0, sellerId: supplierId, buyerId: operatorId };
  return [cost, ...steps.map((step, index) => sales.get(index) ?? shareOf(step, index, sales))];
}

function shareOf(step: ChainStep, index: number, sales: ReadonlyMap<number, SaleLeg>): ShareLeg {
  const base = [...sales.values()].find(({ number }) => number > index + 1);
  invariant(base !== undefined, "below every share there is a sale: the customer's at last");
  return {
    kind: "share",
    number: index + 1,
    sellerId: base.sellerId,
    buyerId: base.buyerId,
    payerId: step.parentId as PartyId,
    payeeId: step.childId as PartyId,
    basedOn: base.number,
    step: index,
  };
}

function assertChain(steps: readonly ChainStep[]): void {
  invariant(steps.length > 0, "a chain ends at a customer");
  invariant(
    steps.every(({ parentId }, index) => index === 0 || parentId === steps[index - 1]?.childId),
    "each step of a chain begins where the one above it ends",
  );
  const visited = [steps[0]?.parentId, ...steps.map(({ childId }) => childId)];
  invariant(new Set(visited).size === visited.length, "a chain visits a party once");
}
