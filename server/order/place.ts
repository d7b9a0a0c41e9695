import { and, eq } from "drizzle-orm";
import { order, orderItem, orderLeg } from "@/db/schema/order";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { type OfferedVersion, readVersion as readOfferVersion } from "@/server/offer/read";
import { documentNumber, nextNumber } from "@/server/party/number";
import { readParty } from "@/server/party/read";
import { moveVersion } from "@/server/quote/move";
import { type HeldVersion, holdVersion, type LineSeen, readLines } from "@/server/quote/read/version";
import type { OrderOfQuote } from "./input";

type Placed = { readonly orderId: Id<"order"> };

/**
 * Turns an accepted quote version into its order, once: asked again, it is the order that is there. The
 * chain, the terms and the price of every leg are copied, so that nothing that changes later rewrites what
 * was bought.
 */
export async function placeOrder(scope: Scope, { quoteVersionId }: OrderOfQuote): Promise<Placed> {
  if (!isOperator(scope.actor)) throw new Refusal("NOT_ALLOWED", "Orders are placed by the operator's job.");
  const held = await holdVersion(scope, quoteVersionId);
  const placed = await findOrder(scope, quoteVersionId);
  if (placed) return { orderId: placed };
  if (held.version.status !== "accepted") {
    throw new Refusal("CONFLICT", "Only a quote that was accepted becomes an order.");
  }
  const offered = await readOfferVersion(scope, held.version.offerVersionId);
  const lines = await readLines(scope, [quoteVersionId]);
  const { orderId, number } = await writeOrder(scope, held, offered, lines);
  await writeItems(scope, { orderId, ownerPath: held.version.ownerPath }, offered, lines);
  await moveVersion(scope, held, { to: "ordered", by: "job", told: "ordered" });
  await record(scope, {
    code: "order.order.placed",
    summary: `${number}: ${offered.name}, from ${held.quote.number}`,
    object: { kind: "order", id: orderId },
    after: { status: "acknowledged", quoteVersionId, digest: held.version.digest, items: lines.length },
  });
  await emit(scope, "order.placed", { orderId });
  return { orderId };
}

async function findOrder(
  { db, actor }: Scope,
  quoteVersionId: Id<"quoteVersion">,
): Promise<Id<"order"> | null> {
  const [found] = await db
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.operatorId, actor.operator), eq(order.quoteVersionId, quoteVersionId)));
  return found?.id ?? null;
}

async function writeOrder(
  scope: Scope,
  { quote, version }: HeldVersion,
  offered: OfferedVersion,
  lines: Lines,
) {
  const { db, now, actor } = scope;
  const operatorId = actor.operator;
  const customer = await readParty(scope, quote.customerId);
  const currency = lines[0]?.legs[0]?.amount.currency;
  invariant(currency !== undefined, "a quote that was accepted has priced lines");
  const orderId = newId("order", now);
  const number = documentNumber("O", await nextNumber(scope, operatorId as string as PartyId, "order"));
  const { partnerId, customerId, marketplaceId } = quote;
  const { offerVersionId, chain, termMonths, ownerPath } = version;
  await db.insert(order).values({
    ...{
      operatorId,
      id: orderId,
      number,
      quoteVersionId: version.id,
      offerVersionId,
      offerName: offered.name,
    },
    ...{
      partnerId,
      customerId,
      marketplaceId,
      family: offered.family,
      status: "acknowledged",
      chain,
      currency,
    },
    ...{ timeZone: customer.timeZone, termMonths, placedAt: now, ownerPath },
  });
  return { orderId, number };
}

type Lines = readonly LineSeen[];
type Owner = { readonly orderId: Id<"order">; readonly ownerPath: string };

async function writeItems(
  scope: Scope,
  { orderId, ownerPath }: Owner,
  offered: OfferedVersion,
  lines: Lines,
) {
  const { db, now, actor } = scope;
  const operatorId = actor.operator;
  const items = lines.map((line) => ({ line, id: newId("orderItem", now), ...deliveryOf(offered, line) }));
  await db.insert(orderItem).values(
    items.map(({ line, id, ...delivery }) => ({
      ...{ operatorId, id, orderId, quoteLineId: line.id, position: line.position, itemId: line.itemId },
      ...{ supplierId: line.supplierId, name: line.name, unit: line.unit, charge: line.charge },
      ...{ quantity: line.quantity, status: "acknowledged" as const, ownerPath, ...delivery },
    })),
  );
  const legs = items.flatMap(({ line, id }) =>
    line.legs.map((leg) => {
      const { number, kind, sellerId, buyerId, payerId, payeeId, shareRate, agreementVersionId } = leg;
      const { priceVersionId, price, discountRate, discountBearerId, amount } = leg;
      return {
        ...{ operatorId, id: newId("orderLeg", now), orderId, orderItemId: id, quoteLegId: leg.id },
        ...{ number, kind, sellerId, buyerId, payerId, payeeId, shareRate, agreementVersionId },
        ...{ priceVersionId, price, currency: amount.currency, discountRate, discountBearerId },
      };
    }),
  );
  await db.insert(orderLeg).values(legs);
}

/** How an item is named, metered, taxed and delivered, by the offer version that was quoted. */
function deliveryOf(offered: OfferedVersion, { componentId, name }: LineSeen) {
  const found = offered.components.find((component) => component.componentId === componentId);
  invariant(found !== undefined, "an offer version keeps the components it was quoted with");
  const { sku, meterId, taxClass, recipe } = found;
  if (taxClass === null || recipe === null) {
    throw new Refusal(
      "CONFLICT",
      `“${name}” does not say how it is taxed and delivered. Please tell the operator.`,
    );
  }
  return { sku, meterId: meterId as Id<"meter"> | null, taxClass, recipe };
}
