import { and, eq, ne, sql } from "drizzle-orm";
import { billRun, billShard, invoice } from "@/db/schema/invoice";
import { numberSeries } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { invariant } from "@/server/core/invariant";
import { emit } from "@/server/events/emit";
import type { BillRunRef } from "./input";
import { holdRun } from "./plan";

const daysToPay = 14;

/**
 * The last step of a run, and a short one: every draft gets its number, and all are issued at once.
 * Numbers are gapless for each legal entity, because they are taken in the transaction that uses them.
 * Nothing to pay is paid.
 */
export async function issueBillRun(
  scope: Scope,
  { billRunId }: BillRunRef,
): Promise<{ readonly invoices: number }> {
  const { actor, db, now } = scope;
  const run = await holdRun(scope, billRunId);
  if (run.status === "issued") return { invoices: run.invoices };
  const open = and(
    eq(billShard.operatorId, actor.operator),
    eq(billShard.billRunId, billRunId),
    ne(billShard.status, "done"),
  );
  invariant((await db.$count(billShard, open)) === 0, "every shard is done before invoices are numbered");
  const invoices = await numberDrafts(scope, { billRunId });
  await db
    .update(billRun)
    .set({ status: "issued", finishedAt: now, invoices })
    .where(and(eq(billRun.operatorId, actor.operator), eq(billRun.id, billRunId)));
  await record(scope, {
    code: "invoice.run.issued",
    summary: `Bill run ${run.number} issued ${invoices} invoices`,
    object: { kind: "bill_run", id: billRunId },
    after: { invoices },
  });
  await emit(scope, "bill.run.issued", { billRunId });
  return { invoices };
}

/** A number reads `INV-000042`, as `documentNumber` writes it. */
async function numberDrafts({ actor, db, now }: Scope, { billRunId }: BillRunRef): Promise<number> {
  const due = new Date(now.getTime() + daysToPay * 86_400_000);
  const { rowCount } = await db.execute(sql`
    with counted as (
      select legal_entity_id, count(*) as count from ${invoice}
      where operator_id = ${actor.operator} and bill_run_id = ${billRunId} and status = 'draft'
      group by legal_entity_id
    ), taken as (
      insert into ${numberSeries} as series (operator_id, legal_entity_id, series, last)
      select ${actor.operator}, legal_entity_id, 'invoice', count from counted
      on conflict (operator_id, legal_entity_id, series) do update set last = series.last + excluded.last
      returning legal_entity_id, last
    ), placed as (
      select draft.id,
        last - count + row_number() over (partition by legal_entity_id order by draft.id) as place
      from ${invoice} draft join counted using (legal_entity_id) join taken using (legal_entity_id)
      where draft.operator_id = ${actor.operator} and bill_run_id = ${billRunId} and status = 'draft'
    )
    update ${invoice} issued set number = 'INV-' || lpad(place::text, greatest(6, length(place::text)), '0'),
      status = case when gross = 0 then 'paid' else 'issued' end,
      issued_at = ${now.toISOString()}::timestamptz, due_at = ${due.toISOString()}::timestamptz
    from placed where issued.operator_id = ${actor.operator} and issued.id = placed.id`);
  return rowCount ?? 0;
}
