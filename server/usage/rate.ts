import { insertRows } from "@/db/insert-rows";
import { ratedItem, ratedLeg } from "@/db/schema/rating";
import type { Scope } from "@/server/access/scope";
import { type Decimal, decimal, decimalToText, ZERO } from "@/server/core/decimal";
import { type Id, newId } from "@/server/core/ids";
import { aggregateUsage, type MeasuredUsage, noBatch, type RateRange } from "./aggregate";
import { type LoadedItem, type LoadedLeg, loadItems, loadLegs } from "./rate-load";
import {
  dayDue,
  monthsDue,
  rememberingMonths,
  usageMonthsDue,
  type Window,
  wholeMonth,
} from "./rules/rate-due";
import { rateLeg } from "./rules/rate-leg";

/** One thing to be charged: the rated item, its legs in leg order, and the subscription item it is for. */
export type Rated = {
  readonly item: typeof ratedItem.$inferInsert;
  readonly legs: readonly (typeof ratedLeg.$inferInsert)[];
  readonly of: LoadedItem;
};

export type RatedRange = RateRange & { readonly billRunId: Id<"billRun"> };

/**
 * Works out what is to be charged for a range of subscriptions, by a fixed number of statements, and
 * writes nothing: `keepRated` does. Rating again what was kept finds nothing left to charge.
 */
export async function rateRange(scope: Scope, range: RatedRange): Promise<readonly Rated[]> {
  const items = await loadItems(scope, range);
  const measured = await aggregateUsage(scope, range);
  const dueOf = remembering();
  const due = items.flatMap((item) =>
    dueOf(item, measured.get(item.id) ?? [], range).map((each) => ({ item, due: each })),
  );
  const legs = await loadLegs(scope, [...new Set(due.map(({ item }) => item.orderItemId))]);
  return due.flatMap(({ item, due: each }) => {
    const rated = rateItem(scope, range, item, each, legs.get(item.orderItemId) ?? []);
    return each.needsAmount && rated.legs.every(({ amount }) => amount === 0n) ? [] : [rated];
  });
}

/** Writes rated items and their legs. What another run rated meanwhile is refused by its unique window. */
export async function keepRated({ db }: Scope, rated: readonly Rated[]): Promise<void> {
  await insertRows(
    db,
    ratedItem,
    rated.map(({ item }) => item),
  );
  await insertRows(
    db,
    ratedLeg,
    rated.flatMap(({ legs }) => legs),
  );
}

type Due = {
  readonly window: Window;
  readonly quantity: Decimal;
  readonly quantityBefore: Decimal;
  readonly batchAfter: bigint;
  readonly batchUpTo: bigint;
  readonly rows: number;
  readonly digest: string;
  /** A month without usage is worth an item only if something is due for it all the same. */
  readonly needsAmount: boolean;
};

function remembering() {
  const [fees, usage] = [rememberingMonths(monthsDue), rememberingMonths(usageMonthsDue)];
  return (item: LoadedItem, measured: readonly MeasuredUsage[], range: RateRange): readonly Due[] => {
    if (item.charge === "usage") return usageDue(item, measured, usage(item, range.until), range);
    const windows = item.charge === "recurring" ? fees(item, range.until) : dayDue(item, range.until);
    return windows.map((window) => ({ ...feeOf(decimal(item.quantity)), window }));
  };
}

function usageDue(
  item: LoadedItem,
  measured: readonly MeasuredUsage[],
  ended: readonly Window[],
  { watermark: batchUpTo }: RateRange,
): readonly Due[] {
  const used = measured.map(({ month, ...counted }): Due => {
    return { ...counted, window: wholeMonth(month, item.timeZone), batchUpTo, needsAmount: false };
  });
  const months = new Set(used.map(({ window }) => window.from.getTime()));
  const unused = ended
    .filter(({ from }) => !months.has(from.getTime()))
    .map((window): Due => ({ ...feeOf(ZERO), window, batchAfter: noBatch, batchUpTo, needsAmount: true }));
  return [...used, ...unused].sort((a, b) => a.window.from.getTime() - b.window.from.getTime());
}

function feeOf(quantity: Decimal): Omit<Due, "window"> {
  const batches = { batchAfter: 0n, batchUpTo: 0n };
  return { quantity, quantityBefore: ZERO, ...batches, rows: 0, digest: "0", needsAmount: false };
}

function rateItem(
  { actor, now }: Scope,
  { billRunId }: RatedRange,
  of: LoadedItem,
  due: Due,
  legs: readonly LoadedLeg[],
): Rated {
  const { window, quantity, quantityBefore, needsAmount: _, ...counted } = due;
  const id = newId("ratedItem", now);
  const item = {
    ...counted,
    ...window,
    operatorId: actor.operator,
    id,
    billRunId,
    subscriptionId: of.subscriptionId,
    subscriptionItemId: of.id,
    orderItemId: of.orderItemId,
    charge: of.charge,
    meterId: of.meterId,
    quantity: decimalToText(quantity),
    quantityBefore: decimalToText(quantityBefore),
    ratedAt: now,
    ownerPath: of.ownerPath,
  };
  const continues = of.charge === "usage" && due.batchAfter !== noBatch;
  const measure = { ...window, quantity, quantityBefore, continues };
  return {
    of,
    item,
    legs: legs.map((leg) => {
      const { listAmount, discountAmount, amount, working } = rateLeg(leg, measure);
      return {
        operatorId: actor.operator,
        id: newId("lineLeg", now),
        ratedItemId: id,
        orderLegId: leg.id,
        number: leg.number,
        kind: leg.kind,
        sellerId: leg.sellerId,
        buyerId: leg.buyerId,
        payerId: leg.payerId,
        payeeId: leg.payeeId,
        priceVersionId: leg.priceVersionId,
        currency: leg.currency,
        listAmount: listAmount.minor,
        discountAmount: discountAmount.minor,
        discountBearerId: leg.discountBearerId,
        amount: amount.minor,
        working,
      };
    }),
  };
}
