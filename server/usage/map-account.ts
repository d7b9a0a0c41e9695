import { and, eq, min, sql } from "drizzle-orm";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { usageAccount } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import type { AccountMapping } from "./input";
import { readSource } from "./read/source";
import { type Replayed, replayParked } from "./replay";

/**
 * Says which subscription a supplier's account is, and takes in what waited for that. Another subscription
 * for the same account counts from now on: what was taken before stays where it is.
 */
export async function mapAccount(scope: Scope, asked: AccountMapping): Promise<Replayed> {
  const { actor, db } = scope;
  const { sourceId, account, subscriptionId } = asked;
  const source = await readSource(scope, sourceId);
  const runs = await readRun(scope, asked);
  const validFrom = asked.validFrom ?? runs.since;
  const mapped = { subscriptionId, validFrom, addedByName: actor.name };
  const [before] = await db
    .select()
    .from(usageAccount)
    .where(
      and(
        eq(usageAccount.operatorId, actor.operator),
        eq(usageAccount.sourceId, sourceId),
        eq(usageAccount.account, account),
      ),
    );
  await db
    .insert(usageAccount)
    .values({ operatorId: actor.operator, sourceId, account, ...mapped })
    .onConflictDoUpdate({
      target: [usageAccount.operatorId, usageAccount.sourceId, usageAccount.account],
      set: mapped,
    });
  const replayed = await replayParked(scope, sourceId, sql`parked.account = ${account}`);
  await record(scope, {
    code: "usage.account.mapped",
    summary: `Account “${account}” of ${source.name} is subscription ${runs.number}; ${told(replayed)}`,
    object: { kind: "usageSource", id: sourceId },
    ...(before ? { before: { subscriptionId: before.subscriptionId, validFrom: before.validFrom } } : {}),
    after: { account, subscriptionId, validFrom, ...replayed },
  });
  await emit(scope, "usage.mapping.added", { usageSourceId: sourceId });
  return replayed;
}

export function told({ accepted, duplicate, parked }: Replayed): string {
  const rows = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}`;
  return `${rows(accepted)} taken in, ${rows(duplicate)} known already, ${rows(parked)} still parked`;
}

/** Since when a subscription can have usage: its first item, or the day it began to be charged. */
async function readRun({ actor, db }: Scope, { subscriptionId }: AccountMapping) {
  const [found] = await db
    .select({
      number: subscription.number,
      billableFrom: subscription.billableFrom,
      createdAt: subscription.createdAt,
      firstItem: min(subscriptionItem.validFrom),
    })
    .from(subscription)
    .leftJoin(
      subscriptionItem,
      and(
        eq(subscriptionItem.operatorId, subscription.operatorId),
        eq(subscriptionItem.subscriptionId, subscription.id),
      ),
    )
    .where(and(eq(subscription.operatorId, actor.operator), eq(subscription.id, subscriptionId)))
    .groupBy(subscription.number, subscription.billableFrom, subscription.createdAt);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such subscription.");
  const { number, billableFrom, createdAt, firstItem } = found;
  const known = [billableFrom, firstItem].filter((each) => each !== null);
  const since = new Date(Math.min(...(known.length > 0 ? known : [createdAt]).map((each) => each.getTime())));
  return { number, since };
}
