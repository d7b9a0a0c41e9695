import { and, eq } from "drizzle-orm";
import { fulfilmentTask, subscription } from "@/db/schema/activation";
import { offerComponent } from "@/db/schema/offer";
import { order, orderItem } from "@/db/schema/order";
import type { Actor } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { completeTask, repairTask } from "@/server/activation/task";
import { listApprovals } from "@/server/approval/read";
import type { Id, PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { acceptQuote } from "@/server/quote/accept";
import { draftQuote } from "@/server/quote/draft";
import { decideQuoteException } from "@/server/quote/exception";
import { sendQuote } from "@/server/quote/send";
import { submitQuote } from "@/server/quote/submit";
import type { ItemName } from "../deal/offer";
import { act, type World } from "./world";

const hour = 3_600_000;

export type Sale = {
  readonly seller: Actor;
  readonly customerId: PartyId;
  readonly quantities: Partial<Record<ItemName, string>>;
  readonly acceptedBy: string;
  /** In parts per million; beyond the seller's band somebody has to approve it, for this reason. */
  readonly discount?: { readonly rate: bigint; readonly reason: string };
  readonly marketplaceId?: PartyId;
};

/** A quote, drafted and submitted; an exception waits for whoever may grant it. */
export async function propose(world: World, at: Date, sale: Sale): Promise<Id<"quoteVersion">> {
  const { deal } = world;
  return act(world, sale.seller, at, async (scope) => {
    const { versionId } = await draftQuote(scope, {
      customerId: sale.customerId,
      offerId: deal.offer.offerId,
      quantities: await byComponent(scope, world, sale.quantities),
      discountRate: sale.discount?.rate ?? 0n,
      marketplaceId: sale.marketplaceId ?? null,
    });
    await submitQuote(scope, { versionId, reason: sale.discount?.reason ?? "" });
    return versionId;
  });
}

/** Finance looks at the margins and grants what sales could not. */
export async function grant(world: World, at: Date, comment: string): Promise<void> {
  await act(world, world.deal.people.finance, at, async (scope) => {
    const queue = { q: "", page: 1, size: 50, sort: "requestedAt", dir: "asc" } as const;
    const { rows } = await listApprovals(scope, {
      ...queue,
      filters: { status: ["pending"], kind: ["quote_version"] },
    });
    for (const { id } of rows)
      await decideQuoteException(scope, { approvalId: id, decision: "approved", comment });
  });
}

/** The customer says yes, and the order is placed. */
export async function close(
  world: World,
  at: Date,
  { seller, acceptedBy }: Sale,
  versionId: Id<"quoteVersion">,
): Promise<Id<"order">> {
  await act(world, seller, at, (scope) => sendQuote(scope, { versionId }));
  const later = new Date(at.getTime() + 20 * hour);
  await act(world, seller, later, (scope) =>
    acceptQuote(scope, { versionId, acceptedByName: acceptedBy, requestKey: `accepted ${versionId}` }),
  );
  return world.deal.run(async ({ db }) => {
    const [placed] = await db.select({ id: order.id }).from(order).where(eq(order.quoteVersionId, versionId));
    invariant(placed !== undefined, "an accepted quote became an order");
    return placed.id;
  }, later);
}

/** People do what only people can: prepare, provision, install, and mend what a supplier refused. */
export async function fulfil(world: World, at: Date, orderId: Id<"order">, account: string): Promise<void> {
  const { operations, fieldlineDesk } = world.deal.people;
  await completeManual(world, at, orderId, "MER-SETUP", operations, "Branch folder signed off");
  await completeManual(
    world,
    new Date(at.getTime() + 26 * hour),
    orderId,
    "MER-CONN",
    operations,
    "Line test passed, 940 Mbit/s",
  );
  await repairExceptions(world, new Date(at.getTime() + 30 * hour), orderId);
  await completeManual(
    world,
    new Date(at.getTime() + 74 * hour),
    orderId,
    "FLD-INSTALL",
    fieldlineDesk,
    "Acceptance protocol signed on site",
  );
  const running = await world.deal.run(async ({ db }) => {
    const [found] = await db
      .select({ id: subscription.id, status: subscription.status })
      .from(subscription)
      .where(eq(subscription.orderId, orderId));
    return found;
  }, at);
  invariant(running?.status === "active", "a fulfilled order runs");
  world.accounts.set(account, running.id);
}

/** Somebody does a task by hand, and proves it. */
export async function completeManual(
  world: World,
  at: Date,
  orderId: Id<"order">,
  sku: string,
  actor: Actor,
  proof: string,
): Promise<void> {
  const id = await taskOf(world, at, orderId, sku);
  await act(world, actor, at, (scope) => completeTask(scope, { id, proof }));
}

async function repairExceptions(world: World, at: Date, orderId: Id<"order">): Promise<void> {
  const stuck = await world.deal.run(
    ({ db }) =>
      db
        .select({ id: fulfilmentTask.id })
        .from(fulfilmentTask)
        .where(and(eq(fulfilmentTask.orderId, orderId), eq(fulfilmentTask.status, "exception"))),
    at,
  );
  for (const { id } of stuck) {
    const resolution = "Castellan raised the tenant's seat limit.";
    await act(world, world.deal.people.operations, at, (scope) => repairTask(scope, { id, resolution }));
  }
}

async function taskOf({ deal }: World, at: Date, orderId: Id<"order">, sku: string): Promise<Id<"task">> {
  const [found] = await deal.run(
    ({ db }) =>
      db
        .select({ id: fulfilmentTask.id })
        .from(fulfilmentTask)
        .innerJoin(orderItem, eq(orderItem.id, fulfilmentTask.orderItemId))
        .where(and(eq(fulfilmentTask.orderId, orderId), eq(orderItem.sku, sku))),
    at,
  );
  invariant(found !== undefined, `the order has a task for ${sku}`);
  return found.id;
}

async function byComponent({ db }: Scope, { deal }: World, asked: Sale["quantities"]) {
  const rows = await db
    .select({ id: offerComponent.id, itemId: offerComponent.itemId })
    .from(offerComponent)
    .where(eq(offerComponent.offerVersionId, deal.offer.versionId));
  const entries = Object.entries(asked).map(([item, quantity]) => {
    const component = rows.find(({ itemId }) => itemId === deal.items[item as ItemName]);
    invariant(component !== undefined, `the offer has ${item}`);
    return [component.id, quantity] as const;
  });
  return Object.fromEntries(entries);
}
