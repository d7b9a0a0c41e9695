import { and, eq, sql } from "drizzle-orm";
import { subscription } from "@/db/schema/activation";
import { billRun, billShard } from "@/db/schema/invoice";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { billableUntil } from "@/server/usage/rate-load";
import type { BillRunRef } from "./input";

/**
 * How many subscriptions are billed in one transaction, unless that makes more shards than an engine
 * takes steps.
 */
const subscriptionsMin = 500;
const shardsMax = 800;

/** Cuts the subscriptions that may owe something into ranges, once: a second plan finds the first. */
export async function planBillRun(scope: Scope, ref: BillRunRef): Promise<{ readonly shards: number }> {
  const run = await holdRun(scope, ref.billRunId);
  if (run.status !== "requested" || run.shards > 0) {
    if (run.status === "requested") await setStatus(scope, run.id, "rating");
    return { shards: run.shards };
  }
  const shards = await addShards(scope, run.id, run.until);
  await scope.db.update(billRun).set({ status: "rating", shards }).where(ours(scope, run.id));
  return { shards };
}

/** The run, held until the transaction ends. */
export async function holdRun(scope: Scope, id: Id<"billRun">) {
  const [run] = await scope.db.select().from(billRun).where(ours(scope, id)).for("update");
  if (!run) throw new Refusal("NOT_FOUND", "There is no such bill run.");
  return run;
}

/** A run whose retries are used up waits for somebody to resume it; what its shards did is kept. */
export async function failBillRun(scope: Scope, { billRunId }: BillRunRef): Promise<void> {
  const run = await holdRun(scope, billRunId);
  if (run.status !== "issued") await setStatus(scope, billRunId, "failed");
}

async function setStatus(scope: Scope, id: Id<"billRun">, status: "rating" | "failed"): Promise<void> {
  await scope.db.update(billRun).set({ status }).where(ours(scope, id));
}

async function addShards(scope: Scope, id: Id<"billRun">, until: Date): Promise<number> {
  const { actor, db } = scope;
  const billable = billableUntil(scope, until);
  const count = await db.$count(subscription, billable);
  const size = Math.max(subscriptionsMin, Math.ceil(count / shardsMax));
  const placed = db
    .select({
      id: subscription.id,
      shard: sql<number>`(row_number() over (order by id) - 1) / ${size}::int`.as("shard"),
    })
    .from(subscription)
    .where(billable)
    .as("placed");
  const { rowCount } = await db.execute(sql`
    insert into ${billShard} (operator_id, bill_run_id, number, first, last, status, items, invoices)
    select ${actor.operator}, ${id}, shard, min(id), max(id), 'planned', 0, 0 from ${placed} group by shard`);
  return rowCount ?? 0;
}

function ours({ actor }: Scope, id: Id<"billRun">) {
  return and(eq(billRun.operatorId, actor.operator), eq(billRun.id, id));
}
