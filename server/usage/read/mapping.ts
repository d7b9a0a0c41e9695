import { and, asc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { fulfilmentTask, subscription, subscriptionItem } from "@/db/schema/activation";
import { meter } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import { usageAccount, usageMeter, usageSource } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { offsetOf } from "@/server/core/list";
import type { AccountChoices, MappingList, MeterChoices } from "../input";
import { sameUnit } from "../rules/unit";
import { readSource } from "./source";

/** Which account of a supplier is which subscription. */
export async function listAccounts({ actor, db }: Scope, input: MappingList) {
  const words = like(input.q);
  const rows = await db
    .select({
      sourceId: usageAccount.sourceId,
      source: usageSource.name,
      account: usageAccount.account,
      subscriptionId: usageAccount.subscriptionId,
      subscription: subscription.number,
      customer: party.name,
      validFrom: usageAccount.validFrom,
      addedByName: usageAccount.addedByName,
      total,
    })
    .from(usageAccount)
    .innerJoin(
      usageSource,
      and(eq(usageSource.operatorId, usageAccount.operatorId), eq(usageSource.id, usageAccount.sourceId)),
    )
    .innerJoin(
      subscription,
      and(
        eq(subscription.operatorId, usageAccount.operatorId),
        eq(subscription.id, usageAccount.subscriptionId),
      ),
    )
    .innerJoin(party, sameCustomer)
    .where(
      and(
        eq(usageAccount.operatorId, actor.operator),
        words(usageAccount.account, subscription.number, party.name),
        input.filters.source?.length ? inArray(usageAccount.sourceId, sourcesOf(input)) : undefined,
      ),
    )
    .orderBy(asc(usageSource.name), asc(usageAccount.account))
    .limit(input.size)
    .offset(offsetOf(input));
  return paged(rows);
}

/** Which service and SKU feed which meter. */
export async function listMeters({ actor, db }: Scope, input: MappingList) {
  const words = like(input.q);
  const rows = await db
    .select({
      sourceId: usageMeter.sourceId,
      source: usageSource.name,
      service: usageMeter.service,
      sku: usageMeter.sku,
      unit: usageMeter.unit,
      meterId: usageMeter.meterId,
      meter: meter.name,
      meterUnit: meter.unit,
      factor: usageMeter.factor,
      addedByName: usageMeter.addedByName,
      total,
    })
    .from(usageMeter)
    .innerJoin(
      usageSource,
      and(eq(usageSource.operatorId, usageMeter.operatorId), eq(usageSource.id, usageMeter.sourceId)),
    )
    .innerJoin(meter, and(eq(meter.operatorId, usageMeter.operatorId), eq(meter.id, usageMeter.meterId)))
    .where(
      and(
        eq(usageMeter.operatorId, actor.operator),
        words(usageMeter.service, usageMeter.sku, meter.name),
        input.filters.source?.length ? inArray(usageMeter.sourceId, sourcesOf(input)) : undefined,
      ),
    )
    .orderBy(asc(usageSource.name), asc(usageMeter.service), asc(usageMeter.sku), asc(usageMeter.unit))
    .limit(input.size)
    .offset(offsetOf(input));
  return paged(rows.map((row) => ({ ...row, factor: decimalToText(decimal(row.factor)) })));
}

/**
 * Subscriptions that a supplier's account could be: those with something of the supplier's that is measured.
 * One is
 * suggested when the supplier named the account as it delivered.
 */
export async function accountChoices(scope: Scope, { sourceId, account }: AccountChoices) {
  const { actor, db } = scope;
  const { supplierId } = await readSource(scope, sourceId);
  const named = sql<boolean>`exists (select from ${fulfilmentTask} task
    where task.operator_id = ${subscription.operatorId} and task.order_id = ${subscription.orderId}
      and task.supplier_id = ${supplierId}
      and (task.supplier_reference = ${account} or position(lower(${account}) in lower(task.proof)) > 0))`;
  const measured = sql`exists (select from ${subscriptionItem} item
    where item.operator_id = ${subscription.operatorId} and item.subscription_id = ${subscription.id}
      and item.supplier_id = ${supplierId} and item.meter_id is not null)`;
  return db
    .select({
      id: subscription.id,
      number: subscription.number,
      customer: party.name,
      offerName: subscription.offerName,
      suggested: named,
    })
    .from(subscription)
    .innerJoin(party, sameCustomer)
    .where(and(eq(subscription.operatorId, actor.operator), measured))
    .orderBy(sql`${named} desc`, asc(party.name), asc(subscription.number))
    .limit(choicesMost);
}

/** Every meter, those that count in the same unit first. */
export async function meterChoices({ actor, db }: Scope, { unit }: MeterChoices) {
  const rows = await db
    .select({ id: meter.id, name: meter.name, unit: meter.unit })
    .from(meter)
    .where(eq(meter.operatorId, actor.operator))
    .orderBy(asc(meter.name))
    .limit(choicesMost);
  const ranked = rows.map((row) => ({ ...row, suggested: sameUnit(row.unit, unit) }));
  return [...ranked.filter((row) => row.suggested), ...ranked.filter((row) => !row.suggested)];
}

const choicesMost = 500;
const total = sql<number>`count(*) over ()::int`;
const sameCustomer = and(
  eq(party.operatorId, subscription.operatorId),
  eq(party.id, subscription.customerId),
);

function sourcesOf({ filters }: MappingList): Id<"usageSource">[] {
  return (filters.source ?? []) as Id<"usageSource">[];
}

function like(text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return (...columns: Parameters<typeof ilike>[0][]): SQL | undefined =>
    text ? or(...columns.map((column) => ilike(column, pattern))) : undefined;
}

function paged<Row extends { readonly total: number }>(found: readonly Row[]) {
  return { rows: found.map(({ total: _total, ...row }) => row), total: found[0]?.total ?? 0 };
}
