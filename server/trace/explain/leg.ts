import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { subscriptionItem } from "@/db/schema/activation";
import { meter, priceList, priceVersion } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import { ratedItem, ratedLeg } from "@/db/schema/rating";
import type { Scope } from "@/server/access/scope";
import type { Id, PartyId } from "@/server/core/ids";
import { money, moneyText } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { type Explanation, legPart, type Part, type VersionUsed } from "../rules/explanation";

const seller = alias(party, "leg_seller");
const buyer = alias(party, "leg_buyer");
const payer = alias(party, "leg_payer");
const payee = alias(party, "leg_payee");

type LegsOfItem = Awaited<ReturnType<typeof readLegs>>;

/** A rated item on every edge whose price the asker may know. */
export async function explainRated(scope: Scope, id: Id<"ratedItem">): Promise<Explanation> {
  const legs = await readLegs(scope, eq(ratedLeg.ratedItemId, id));
  const [first] = legs;
  if (!first) throw new Refusal("NOT_FOUND", "There is no such rated item.");
  return {
    title: first.name ?? "Rated item",
    sentence: `${first.name ?? "This"} was rated once for each edge of the chain; ${yours(legs)}`,
    amount: null,
    parts: legs.map(partOf),
    versions: versionsOf(legs),
    hidden: "Prices on edges of other parties are theirs to know.",
  };
}

/** One edge of a rated item. */
export async function explainLeg(scope: Scope, id: Id<"lineLeg">): Promise<Explanation> {
  const legs = await readLegs(scope, eq(ratedLeg.id, id));
  const [leg] = legs;
  if (!leg) throw new Refusal("NOT_FOUND", "There is no such amount.");
  return {
    title: leg.name ?? "Rated item",
    sentence: `${titleOf(leg)}: ${moneyText(leg.amount)}.`,
    amount: leg.amount,
    parts: [partOf(leg)],
    versions: versionsOf(legs),
    hidden: null,
  };
}

/**
 * The part of the customer's price of a rated item, as its sale or a share that repeats it tells the asker.
 */
export async function customerPart(
  scope: Scope,
  id: Id<"ratedItem">,
  customerId: PartyId,
): Promise<{ readonly parts: readonly Part[]; readonly versions: readonly VersionUsed[] }> {
  const legs = await readLegs(scope, eq(ratedLeg.ratedItemId, id));
  const last = legs.filter(({ buyerId }) => buyerId === customerId).slice(-1);
  const parts = last.map((leg) => ({ ...partOf(leg), title: titleOf({ ...leg, kind: "sale" }) }));
  return { parts, versions: versionsOf(last) };
}

function yours(legs: LegsOfItem): string {
  return legs.length === 1 ? "one of them is yours to know." : `${legs.length} of them are yours to know.`;
}

function partOf(leg: LegsOfItem[number]): Part {
  return legPart({ ...leg, title: titleOf(leg), unit: leg.unit ?? "unit" });
}

function titleOf({ kind, sellerName, buyerName, payerName, payeeName }: LegsOfItem[number]): string {
  const other = "another party";
  return kind === "sale"
    ? `${sellerName ?? "Another party"} sells to ${buyerName ?? other}`
    : `The price on which ${payerName ?? other} pays ${payeeName ?? other} a share`;
}

function versionsOf(legs: LegsOfItem): readonly VersionUsed[] {
  const versions = legs.map(({ priceVersionId, priceList: list, priceNumber }) => ({
    what: "Price version",
    name: list === null ? null : `${list}, version ${priceNumber}`,
    id: priceVersionId,
  }));
  return [...new Map(versions.map((version) => [version.id, version])).values()];
}

async function readLegs({ actor, db }: Scope, where: SQL) {
  const on = { operatorId: ratedLeg.operatorId };
  const rows = await db
    .select({
      leg: ratedLeg,
      ...{ sellerName: seller.name, buyerName: buyer.name, payerName: payer.name, payeeName: payee.name },
      ...{ priceList: priceList.name, priceNumber: priceVersion.number, name: subscriptionItem.name },
      unit: sql<string | null>`coalesce(${meter.unit}, ${subscriptionItem.unit})`,
    })
    .from(ratedLeg)
    .leftJoin(ratedItem, and(eq(ratedItem.operatorId, on.operatorId), eq(ratedItem.id, ratedLeg.ratedItemId)))
    .leftJoin(
      subscriptionItem,
      and(
        eq(subscriptionItem.operatorId, on.operatorId),
        eq(subscriptionItem.id, ratedItem.subscriptionItemId),
      ),
    )
    .leftJoin(meter, and(eq(meter.operatorId, on.operatorId), eq(meter.id, ratedItem.meterId)))
    .leftJoin(seller, and(eq(seller.operatorId, on.operatorId), eq(seller.id, ratedLeg.sellerId)))
    .leftJoin(buyer, and(eq(buyer.operatorId, on.operatorId), eq(buyer.id, ratedLeg.buyerId)))
    .leftJoin(payer, and(eq(payer.operatorId, on.operatorId), eq(payer.id, ratedLeg.payerId)))
    .leftJoin(payee, and(eq(payee.operatorId, on.operatorId), eq(payee.id, ratedLeg.payeeId)))
    .leftJoin(
      priceVersion,
      and(eq(priceVersion.operatorId, on.operatorId), eq(priceVersion.id, ratedLeg.priceVersionId)),
    )
    .leftJoin(
      priceList,
      and(eq(priceList.operatorId, on.operatorId), eq(priceList.id, priceVersion.priceListId)),
    )
    .where(and(eq(ratedLeg.operatorId, actor.operator), where))
    .orderBy(asc(ratedLeg.number));
  return rows.map(({ leg, ...rest }) => ({
    ...rest,
    kind: leg.kind,
    buyerId: leg.buyerId,
    working: leg.working,
    priceVersionId: leg.priceVersionId,
    listAmount: money(leg.listAmount, leg.currency),
    discountAmount: money(leg.discountAmount, leg.currency),
    amount: money(leg.amount, leg.currency),
  }));
}
