import { type SQL, sql } from "drizzle-orm";
import { usageBatch, usageEvent, usageFile, usageParked } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { emit } from "@/server/events/emit";
import { refreshStatus } from "./finish";
import { lockBatches } from "./lock";
import { addEvents, findTargets, judgeRest, openStaging, parkedMessage } from "./staging";

export type Replayed = {
  /** Rows that are usage now. */
  readonly accepted: number;
  /** Rows that turned out to have come in another way meanwhile. */
  readonly duplicate: number;
  /** Rows that wait still, for the reason that is now theirs. */
  readonly parked: number;
};

/**
 * Tries parked rows of a source again, those that `which` says (of `parked`), as one set. What has a place
 * now becomes usage in batches of its own, one a file; what has none waits on, with what it now waits for. A
 * conflict is not tried: no mapping settles it.
 */
export async function replayParked(scope: Scope, sourceId: Id<"usageSource">, which: SQL): Promise<Replayed> {
  const last = await lockBatches(scope);
  await openStaging(scope);
  await stageParked(scope, sourceId, which);
  await findTargets(scope, sourceId);
  await numberBatches(scope, last);
  await addEvents(scope, sourceId);
  await judgeRest(scope, sourceId);
  const files = await settle(scope, sourceId);
  const touched = files.map(({ file_id }) => file_id);
  await refreshStatus(scope, touched);
  const fed = files.filter(({ accepted }) => accepted > 0);
  for (const { file_id } of fed) await emit(scope, "usage.batch.closed", { usageFileId: file_id });
  return files.reduce<Replayed>(
    (sum, file) => ({
      accepted: sum.accepted + file.accepted,
      duplicate: sum.duplicate + file.duplicate,
      parked: sum.parked + file.parked,
    }),
    { accepted: 0, duplicate: 0, parked: 0 },
  );
}

async function stageParked({ actor, db }: Scope, sourceId: Id<"usageSource">, which: SQL): Promise<void> {
  const chosen = sql`parked.operator_id = ${actor.operator} and parked.source_id = ${sourceId}
    and parked.status = 'parked' and parked.reason <> 'conflict' and (${which})`;
  await db.execute(sql`
    insert into staged_file (file, file_id, supplier_id, received_at)
    select row_number() over (order by f.received_at, f.id), f.id, f.supplier_id, f.received_at
    from ${usageFile} f
    where f.operator_id = ${actor.operator}
      and f.id in (select parked.file_id from ${usageParked} parked where ${chosen})`);
  await db.execute(sql`
    insert into staged_route (route, account, service, sku, unit)
    select row_number() over (), account, service, sku, unit
    from (select distinct account, service, sku, unit from ${usageParked} parked where ${chosen}) as each`);
  await db.execute(sql`
    insert into staged_row (file, row_number, route, quantity, used_at, key, hash, resource)
    select f.file, parked.row_number, r.route, parked.quantity, parked.used_at, parked.key, parked.row_hash,
      parked.resource
    from ${usageParked} parked
    join staged_file f on f.file_id = parked.file_id
    join staged_route r on (r.account, r.service, r.sku, r.unit)
      = (parked.account, parked.service, parked.sku, parked.unit)
    where ${chosen}`);
}

/** Gives a batch number to each file of which a row has a place now. */
async function numberBatches({ db }: Scope, last: bigint): Promise<void> {
  await db.execute(sql`
    update staged_file f set batch = placed.batch
    from (
      select s.file, ${last}::bigint + row_number() over (order by s.file) as batch
      from staged_row s
      join target t on t.route = s.route and s.used_at >= t.valid_from and s.used_at < t.valid_to
      group by s.file
    ) placed
    where placed.file = f.file`);
}

type SettledFile = Replayed & { readonly file_id: Id<"usageFile"> };

/** Closes the batches, and writes on the parked rows and on their files what came of each. */
async function settle(
  { actor, now, db }: Scope,
  sourceId: Id<"usageSource">,
): Promise<readonly SettledFile[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    update ${usageParked} p
    set status = 'replayed', settled_at = ${at}, settled_by_name = ${actor.name}
    from staged_row s join staged_file f on f.file = s.file
    where p.operator_id = ${actor.operator} and p.file_id = f.file_id and p.row_number = s.row_number
      and not exists (
        select from verdict v
        where v.file = s.file and v.row_number = s.row_number and v.verdict <> 'duplicate')`);
  await db.execute(sql`
    update ${usageParked} p set reason = verdict.verdict, message = ${parkedMessage}
    from verdict
    where verdict.verdict <> 'duplicate' and p.operator_id = ${actor.operator}
      and p.file_id = verdict.file_id and p.row_number = verdict.row_number`);
  await db.execute(sql`
    create temporary table outcome on commit drop as
    select f.file_id, f.batch, count(e.key)::int as accepted,
      (count(*) filter (where v.verdict <> 'duplicate'))::int as parked,
      (count(*) filter (where e.key is null and coalesce(v.verdict, 'duplicate') = 'duplicate'))::int
        as duplicate
    from staged_row s
    join staged_file f on f.file = s.file
    left join verdict v on v.file = s.file and v.row_number = s.row_number
    left join lateral (
      select event.key from ${usageEvent} event
      where event.operator_id = ${actor.operator} and event.source_id = ${sourceId} and event.key = s.key
        and event.file_id = f.file_id and event.row_number = s.row_number
      limit 1
    ) e on true
    group by f.file_id, f.batch`);
  await db.execute(sql`
    insert into ${usageBatch} (operator_id, number, file_id, rows, closed_at)
    select ${actor.operator}, batch, file_id, accepted, ${at} from outcome where batch is not null`);
  await db.execute(sql`
    update ${usageFile} f set rows_accepted = f.rows_accepted + o.accepted,
      rows_duplicate = f.rows_duplicate + o.duplicate, rows_parked = f.rows_parked - o.accepted - o.duplicate
    from outcome o where f.operator_id = ${actor.operator} and f.id = o.file_id`);
  const { rows } = await db.execute<SettledFile>(sql`
    select file_id, accepted, duplicate, parked from outcome order by batch, file_id`);
  return rows;
}
