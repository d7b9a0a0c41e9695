import { type SQL, sql } from "drizzle-orm";
import type { CopyTarget } from "@/db/copy-rows";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { usageAccount, usageEvent, usageFile, usageMeter, usageParked } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";

/**
 * The temporary tables through which rows find their place, whether they come from a file or were parked.
 * Rows name their route (what they say they are) and their file by small numbers, so that each is looked up
 * once, not once a row.
 */
export const stagedRow: CopyTarget = {
  table: "staged_row",
  columns: [
    ["file", "integer"],
    ["row_number", "integer"],
    ["route", "integer"],
    ["quantity", "numeric"],
    ["used_at", "timestamptz"],
    ["key", "uuid"],
    ["hash", "uuid"],
    ["resource", "text"],
  ],
};
export const stagedRoute: CopyTarget = {
  table: "staged_route",
  columns: [
    ["route", "integer"],
    ["account", "text"],
    ["service", "text"],
    ["sku", "text"],
    ["unit", "text"],
  ],
};
export const stagedFile: CopyTarget = {
  table: "staged_file",
  columns: [
    ["file", "integer"],
    ["file_id", "text"],
    ["supplier_id", "text"],
    ["batch", "bigint"],
    ["received_at", "timestamptz"],
  ],
};

const tables = [stagedRow, stagedRoute, stagedFile];

export async function openStaging({ db }: Scope): Promise<void> {
  const made = tables.map(
    ({ table, columns }) =>
      `create temporary table ${table} (${columns.map((each) => each.join(" ")).join(", ")}) on commit drop`,
  );
  const old = [...tables.map(({ table }) => table), "target", "verdict", "outcome"];
  await db.execute(
    sql.raw(`drop table if exists ${old.map((name) => `pg_temp.${name}`).join(", ")}; ${made.join("; ")}`),
  );
}

/**
 * Where each route leads: the subscription of its account, the meter of its service and SKU, and the items
 * that are measured by it, each for the time in which it is the one. Of two items at a time the one that
 * began later counts.
 */
export async function findTargets({ actor, db }: Scope, sourceId: Id<"usageSource">): Promise<void> {
  const theirs = (alias: string) =>
    sql
      .raw(`${alias}.operator_id = `)
      .append(sql`${actor.operator} and `)
      .append(sql.raw(`${alias}.source_id = `))
      .append(sql`${sourceId}`);
  await db.execute(sql`
    create temporary table target on commit drop as
    select r.route, account.subscription_id, coalesce(exact.meter_id, rest.meter_id) as meter_id,
      coalesce(exact.factor, rest.factor) as factor, item.id as item_id, item.owner_path,
      case when item.id is not null then greatest(item.valid_from, account.valid_from) end as valid_from,
      coalesce(item.valid_to, 'infinity') as valid_to
    from staged_route r
    left join ${usageAccount} account on ${theirs("account")} and account.account = r.account
    left join ${usageMeter} exact on ${theirs("exact")}
      and exact.service = r.service and exact.sku = r.sku and exact.unit = r.unit
    left join ${usageMeter} rest on ${theirs("rest")}
      and rest.service = r.service and rest.sku = '*' and rest.unit = r.unit
    left join lateral (
      select i.id, i.owner_path, i.valid_from,
        least(i.valid_to, lead(i.valid_from) over (order by i.valid_from, i.id)) as valid_to
      from ${subscriptionItem} i
      where i.operator_id = ${actor.operator} and i.subscription_id = account.subscription_id
        and i.meter_id = coalesce(exact.meter_id, rest.meter_id)
    ) item on true`);
}

/** Adds every row that has a place and is not there yet, and says how many those are. */
export async function addEvents(scope: Scope, sourceId: Id<"usageSource">): Promise<number> {
  const { actor, db } = scope;
  const isFree = (await isAnyWaiting(scope, sourceId)) ? waitsNot(scope, sourceId) : sql`true`;
  const { rowCount } = await db.execute(sql`
    insert into ${usageEvent} (operator_id, source_id, key, batch, subscription_item_id, meter_id, used_at,
      quantity, row_hash, file_id, row_number, received_at, resource, owner_path)
    select ${actor.operator}, ${sourceId}, s.key, f.batch, t.item_id, t.meter_id, s.used_at,
      case t.factor when 1 then s.quantity else s.quantity * t.factor end,
      s.hash, f.file_id, s.row_number, f.received_at, s.resource, t.owner_path
    from staged_row s
    join staged_file f on f.file = s.file
    join target t on t.route = s.route and s.used_at >= t.valid_from and s.used_at < t.valid_to
    where ${isExact} and ${isFree}
    order by s.key -- Down the index once, not here and there.
    on conflict (operator_id, source_id, key) do nothing`);
  return rowCount ?? 0;
}

/**
 * A quantity in the meter's unit is kept whole or not at all: numeric(38,15) would round it without a word.
 */
const isExact = sql`(t.factor = 1
  or (scale(trim_scale(s.quantity * t.factor)) <= 15 and abs(s.quantity * t.factor) < 1e23))`;

/**
 * Rows that hold their identity for themselves, because they wait or were given up. A contradiction does not.
 */
const holds = sql`p.status <> 'replayed' and p.reason <> 'conflict'`;

async function isAnyWaiting({ actor, db }: Scope, sourceId: Id<"usageSource">): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from ${usageParked} p
    where p.operator_id = ${actor.operator} and p.source_id = ${sourceId} and ${holds} limit 1`);
  return rows.length > 0;
}

/**
 * Here and below a lookup with a limit or an aggregate of its own is one walk down an index for each row.
 * Joined plainly, the planner would read whole tables of which it has no figures yet.
 */
function waitsNot({ actor }: Scope, sourceId: Id<"usageSource">): SQL {
  return sql`(
    select count(*) from ${usageParked} p
    where p.operator_id = ${actor.operator} and p.source_id = ${sourceId} and p.key = s.key and ${holds}
      and (p.file_id, p.row_number) <> (f.file_id, s.row_number)) = 0`;
}

/**
 * Says of every staged row that is not among the events, and of which no event says the same, what it is:
 * `duplicate` of a row that waits, or the reason for which it waits itself. A row of a known identity that
 * says something else is a conflict.
 */
export async function judgeRest({ actor, db }: Scope, sourceId: Id<"usageSource">): Promise<void> {
  await db.execute(sql`
    create temporary table verdict on commit drop as
    with rest as (
      select s.*, f.file_id, e.row_number as kept_row, e.file_id as kept_file,
        row_number() over (partition by s.key, s.hash order by f.received_at, s.file, s.row_number) as again,
        first_value(s.hash) over (partition by s.key order by f.received_at, s.file, s.row_number)
          as first_hash
      from staged_row s
      join staged_file f on f.file = s.file
      left join lateral (
        select event.row_hash, event.row_number, event.file_id from ${usageEvent} event
        where event.operator_id = ${actor.operator} and event.source_id = ${sourceId} and event.key = s.key
        limit 1
      ) e on true
      where e.row_hash is null or e.row_hash <> s.hash
    ), routed as (
      select t.route, min(t.subscription_id) as subscription_id, min(t.meter_id) as meter_id,
        min(t.factor) as factor, count(t.item_id) as items
      from target t group by t.route
    )
    select rest.*, r.account, r.service, r.sku, r.unit, routed.factor, sub.number as subscription,
      kept.name as kept_name,
      case
        when parked.same or rest.again > 1 then 'duplicate'
        when rest.kept_row is not null or parked.same is false or rest.first_hash <> rest.hash
          then 'conflict'
        when routed.subscription_id is null then 'unknown_account'
        when routed.meter_id is null then 'unknown_meter'
        when routed.items = 0 then 'not_in_subscription'
        when now_at.item_id is null then 'outside_subscription'
        else 'inexact_quantity'
      end as verdict
    from rest
    join staged_route r on r.route = rest.route
    join routed on routed.route = rest.route
    left join target now_at on now_at.route = rest.route
      and rest.used_at >= now_at.valid_from and rest.used_at < now_at.valid_to
    left join lateral (
      select bool_or(p.row_hash = rest.hash) as same from ${usageParked} p
      where p.operator_id = ${actor.operator} and p.source_id = ${sourceId} and p.key = rest.key
        and (p.file_id, p.row_number) <> (rest.file_id, rest.row_number)
        and (p.row_hash = rest.hash or p.reason <> 'conflict')
    ) parked on true
    left join ${usageFile} kept on kept.operator_id = ${actor.operator} and kept.id = rest.kept_file
    left join ${subscription} sub
      on sub.operator_id = ${actor.operator} and sub.id = routed.subscription_id`);
}

/** How many of the judged rows wait from now on. */
export async function countParked({ db }: Scope): Promise<number> {
  const { rows } = await db.execute<{ rows: number }>(sql`
    select count(*)::int as rows from verdict where verdict <> 'duplicate'`);
  return rows[0]?.rows ?? 0;
}

/** Why a row waits, in a sentence for who has to do something about it. */
export const parkedMessage = sql`case verdict.verdict
  when 'unknown_account' then format('No subscription is mapped to account “%s”.', verdict.account)
  when 'unknown_meter' then format('No meter is mapped to “%s”, SKU “%s”, counted in %s.',
    verdict.service, verdict.sku, verdict.unit)
  when 'not_in_subscription' then format('Subscription %s has no item that is measured by this meter.',
    verdict.subscription)
  when 'outside_subscription' then format('Subscription %s was not running at the time of use.',
    verdict.subscription)
  when 'inexact_quantity' then format('%s times %s has more than 15 places and cannot be kept exactly.',
    trim_scale(verdict.quantity), trim_scale(verdict.factor))
  else case when verdict.kept_row is null
    then 'An earlier row that waits says something else of the same usage.'
    else format('Row %s of “%s” was taken before and says something else.',
      verdict.kept_row, verdict.kept_name) end
end`;
