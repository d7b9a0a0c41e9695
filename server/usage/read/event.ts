import { and, asc, count, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { meter } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import { usageEvent, usageFile } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { offsetOf } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { EventList, MeasuredList } from "../input";

/**
 * Subscriptions that are measured, as far as the asker stands above their customers, and when they were last
 * used.
 */
export async function listMeasured({ actor, db }: Scope, input: MeasuredList) {
  const words = `%${input.q.replace(/[\\%_]/g, "\\$&")}%`;
  const where = and(
    eq(subscription.operatorId, actor.operator),
    sql`exists (select from ${subscriptionItem} item where item.operator_id = ${subscription.operatorId}
      and item.subscription_id = ${subscription.id} and item.charge = 'usage')`,
    input.q ? or(ilike(subscription.number, words), ilike(party.name, words)) : undefined,
  );
  const lastUsedAt = sql<Date | null>`(
    select max(last.used_at) from ${subscriptionItem} item
    cross join lateral (
      select event.used_at from ${usageEvent} event
      where event.operator_id = item.operator_id and event.subscription_item_id = item.id
      order by event.used_at desc limit 1
    ) last
    where item.operator_id = ${subscription.operatorId} and item.subscription_id = ${subscription.id}
      and item.charge = 'usage')`.mapWith(subscription.createdAt);
  const way = input.dir === "desc" ? desc : asc;
  const columns = {
    id: subscription.id,
    number: subscription.number,
    offerName: subscription.offerName,
    customer: party.name,
    status: subscription.status,
    timeZone: subscription.timeZone,
    lastUsedAt,
  };
  const sorts = { customer: party.name, number: subscription.number } as const;
  const sameCustomer = and(
    eq(party.operatorId, subscription.operatorId),
    eq(party.id, subscription.customerId),
  );
  const rows = await db
    .select(columns)
    .from(subscription)
    .innerJoin(party, sameCustomer)
    .where(where)
    .orderBy(way(sorts[input.sort]), asc(subscription.id))
    .limit(input.size)
    .offset(offsetOf(input));
  const [all] = await db
    .select({ total: count() })
    .from(subscription)
    .innerJoin(party, sameCustomer)
    .where(where);
  return { rows, total: all?.total ?? 0 };
}

type MonthRow = {
  readonly item_id: Id<"subscriptionItem">;
  readonly item: string;
  readonly unit: string;
  readonly month: string;
  readonly rows: number;
  readonly quantity: string;
};

/** What one subscription used, by item and calendar month of its own time zone. Carries no price. */
export async function readMeasured({ actor, db }: Scope, id: Id<"subscription">) {
  const [found] = await db
    .select({
      id: subscription.id,
      number: subscription.number,
      offerName: subscription.offerName,
      customer: party.name,
      status: subscription.status,
      timeZone: subscription.timeZone,
    })
    .from(subscription)
    .leftJoin(
      party,
      and(eq(party.operatorId, subscription.operatorId), eq(party.id, subscription.customerId)),
    )
    .where(and(eq(subscription.operatorId, actor.operator), eq(subscription.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such subscription.");
  const { rows } = await db.execute<MonthRow>(sql`
    select item.id as item_id, item.name as item, meter.unit, count(*)::int as rows,
      to_char(date_trunc('month', event.used_at at time zone ${found.timeZone}), 'YYYY-MM-DD') as month,
      sum(event.quantity)::text as quantity
    from ${subscriptionItem} item
    join ${usageEvent} event on event.operator_id = item.operator_id and event.subscription_item_id = item.id
    join ${meter} meter on meter.operator_id = event.operator_id and meter.id = event.meter_id
    where item.operator_id = ${actor.operator} and item.subscription_id = ${id}
    group by item.id, item.name, meter.unit, month order by month desc, item.name`);
  const months = rows.map(({ item_id, quantity, ...row }) => ({
    ...row,
    itemId: item_id,
    quantity: decimalToText(decimal(quantity)),
  }));
  const items = await db
    .select({ id: subscriptionItem.id, name: subscriptionItem.name })
    .from(subscriptionItem)
    .where(
      and(
        eq(subscriptionItem.operatorId, actor.operator),
        eq(subscriptionItem.subscriptionId, id),
        eq(subscriptionItem.charge, "usage"),
      ),
    )
    .orderBy(asc(subscriptionItem.name));
  return { ...found, months, items };
}

/**
 * The measured rows of one subscription. Who sent them in which file is known to those who may see the file.
 */
export async function listEvents({ actor, db }: Scope, input: EventList) {
  const where = and(
    eq(subscriptionItem.operatorId, actor.operator),
    eq(subscriptionItem.subscriptionId, input.subscriptionId),
    input.filters.item?.length
      ? inArray(subscriptionItem.id, input.filters.item as Id<"subscriptionItem">[])
      : undefined,
    input.q ? ilike(usageEvent.resource, `%${input.q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );
  const sameItem = and(
    eq(usageEvent.operatorId, subscriptionItem.operatorId),
    eq(usageEvent.subscriptionItemId, subscriptionItem.id),
  );
  const way = input.dir === "asc" ? asc : desc;
  const sorts = {
    usedAt: usageEvent.usedAt,
    quantity: usageEvent.quantity,
    receivedAt: usageEvent.receivedAt,
  } as const;
  const rows = await db
    .select({
      fileId: usageEvent.fileId,
      rowNumber: usageEvent.rowNumber,
      file: usageFile.name,
      item: subscriptionItem.name,
      resource: usageEvent.resource,
      usedAt: usageEvent.usedAt,
      receivedAt: usageEvent.receivedAt,
      quantity: usageEvent.quantity,
      unit: meter.unit,
    })
    .from(subscriptionItem)
    .innerJoin(usageEvent, sameItem)
    .innerJoin(meter, and(eq(meter.operatorId, usageEvent.operatorId), eq(meter.id, usageEvent.meterId)))
    .leftJoin(
      usageFile,
      and(eq(usageFile.operatorId, usageEvent.operatorId), eq(usageFile.id, usageEvent.fileId)),
    )
    .where(where)
    .orderBy(way(sorts[input.sort]), asc(usageEvent.fileId), asc(usageEvent.rowNumber))
    .limit(input.size)
    .offset(offsetOf(input));
  const [all] = await db
    .select({ total: count() })
    .from(subscriptionItem)
    .innerJoin(usageEvent, sameItem)
    .where(where);
  const plain = rows.map((row) => ({ ...row, quantity: decimalToText(decimal(row.quantity)) }));
  return { rows: plain, total: all?.total ?? 0 };
}
