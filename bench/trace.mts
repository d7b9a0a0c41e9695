// npx tsx bench/trace.mts [subscriptions] [usage rows each] [lines asked]
// Bills and divides a month, then asks of many lines, as the app's role under row-level security: for the
// rows behind each, for the whole trace, and for the proof of all rows beside the bare GROUP BY over them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { urlAs } from "@/db/address";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres.mjs";
import type { Actor } from "@/server/access/actor";
import { type Database, inScope, type Scope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import type { Id } from "@/server/core/ids";
import { openCast } from "@/server/invoice/fixtures/cast";
import { subscribe } from "@/server/invoice/fixtures/deal";
import { addUsage } from "@/server/invoice/fixtures/usage";
import { issueBillRun } from "@/server/invoice/issue";
import { planBillRun } from "@/server/invoice/plan";
import { requestBillRun } from "@/server/invoice/request";
import { billShardOnce } from "@/server/invoice/shard";
import { accrueShard } from "@/server/settlement/accrue";
import { activateRule, draftRule } from "@/server/settlement/rule";
import { traceOf } from "@/server/trace/graph";
import { checkRows } from "@/server/trace/replay/rated";
import { readUsageRows } from "@/server/trace/usage";

const [subscriptions = 2_000, rowsEach = 500, asked = 400] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "tributary-bench-"));
const role = { name: "tributary", password: "bench" };
const founded = new Date("2026-03-01T08:00:00Z");
const until = new Date("2026-03-31T22:00:00Z");

const server = await startPostgres({ folder: join(folder, "postgres"), password: "bench" });
try {
  await statement(server.url, "create database bench");
  const ownerUrl = urlAs(server.url, { database: "bench" });
  await migrate(ownerUrl, role);
  const { database, close } = openDatabase(urlAs(ownerUrl, role));
  const step = await fill(database);
  await statement(ownerUrl, "vacuum analyze");
  await measure(step, ownerUrl);
  await close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

type Step = <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;

async function measure(step: Step, ownerUrl: string): Promise<void> {
  const { rows } = await step((scope) =>
    scope.db.execute<{ rated: Id<"ratedItem">; share: string; items: number }>(sql`
      select rated.id as rated, part.id as share, rated.rows as items from app.rated_item rated
      join app.invoice_line line on line.rated_item_id = rated.id
      join app.settlement_line part on part.invoice_line_id = line.id and part.number = 0
      where rated.charge = 'usage' order by md5(rated.id) limit ${asked}`),
  );
  console.log(`${subscriptions * rowsEach} usage rows, ${rows.length} lines asked\n`);
  console.log("                          p50 (ms)   p95 (ms)   worst (ms)");
  for (const _warm of [1, 2]) for (const { rated } of rows.slice(0, 20)) await firstPage(step, rated);
  await tell("line → its usage rows", rows, ({ rated }) => firstPage(step, rated));
  await tell("whole trace of a line", rows, ({ share }) =>
    step((scope) => traceOf(scope, { kind: "settlement_line", id: share, way: "both" })),
  );
  const bare = `set work_mem = '16MB'; set enable_hashagg = off;
    select subscription_item_id, count(*), sum(quantity) from app.usage_event group by subscription_item_id`;
  const base = Math.min(...(await times(3, () => statement(ownerUrl, bare))));
  const proof = Math.min(...(await times(3, () => step((scope) => checkRows(scope, sql`true`)))));
  const ratio = (proof / base).toFixed(2);
  console.log(
    `\nproof of all rows: ${proof.toFixed(0)} ms, ${ratio} × the bare GROUP BY (${base.toFixed(0)} ms)`,
  );
  const plan = await step((scope) => explainRows(scope, rows[0]?.rated as Id<"ratedItem">));
  console.log(`\nplan of a page of usage rows\n${plan.join("\n")}`);
}

function firstPage(step: Step, ratedItemId: Id<"ratedItem">) {
  return step((scope) => readUsageRows(scope, { ratedItemId, after: null, size: 50 }));
}

async function explainRows({ db, actor }: Scope, id: Id<"ratedItem">): Promise<readonly string[]> {
  const { rows } = await db.execute<{
    "QUERY PLAN": string;
  }>(sql`explain (analyze, costs off, timing off, summary off)
    select used.key from app.rated_item item join app.usage_event used on used.operator_id = item.operator_id
      and used.subscription_item_id = item.subscription_item_id and used.used_at >= item."from"
      and used.used_at < item."to" and used.batch > item.batch_after and used.batch <= item.batch_up_to
    where item.operator_id = ${actor.operator} and item.id = ${id} order by used.used_at, used.key limit 51`);
  return rows.map((row) => row["QUERY PLAN"]);
}

async function tell<Row>(
  what: string,
  rows: readonly Row[],
  work: (row: Row) => Promise<unknown>,
): Promise<void> {
  const taken: number[] = [];
  for (const row of rows) taken.push(...(await times(1, () => work(row))));
  taken.sort((left, right) => left - right);
  const at = (share: number) => (taken[Math.ceil(taken.length * share) - 1] ?? 0).toFixed(2);
  console.log(`${what.padEnd(22)}${at(0.5).padStart(12)}${at(0.95).padStart(11)}${at(1).padStart(13)}`);
}

async function times(count: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let time = 0; time < count; time += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

/** A billed and divided month of many subscriptions; gives a way to read it as the operator's people do. */
async function fill(database: Database): Promise<Step> {
  const cast = await openCast(database, founded);
  const system = systemActor(cast.network.operatorId);
  const step: Step = (work) => inScope(database, { actor: system, now: until, correlation: "bench" }, work);
  await step(async (scope) => {
    const body = { mode: "chain", fee: null } as const;
    const { id } = await draftRule(scope, { name: "Direct", family: "*", marketplaceId: null, body });
    await activateRule(scope, { id, from: founded });
  });
  for (let done = 0; done < subscriptions; done += 250) {
    const many = Array.from({ length: Math.min(250, subscriptions - done) }, () => ({
      billableFrom: founded,
    }));
    const made = await step((scope) => subscribe(scope, cast, many));
    const used = made.flatMap(({ items }) => {
      const itemId = items.get("Cloud");
      if (!itemId) throw new Error("The deal has a metered item.");
      return Array.from({ length: rowsEach }, (_, row) => ({
        itemId,
        usedAt: new Date(founded.getTime() + row * 3_600_000),
        quantity: `${row % 24}.${String(done + row).padStart(9, "0")}`,
      }));
    });
    await step((scope) => addUsage(scope, used));
  }
  const { billRunId } = await step((scope) => requestBillRun(scope, { until }));
  const { shards } = await step((scope) => planBillRun(scope, { billRunId }));
  for (let number = 0; number < shards; number += 1)
    await step((scope) => billShardOnce(scope, { billRunId, number }));
  await step((scope) => issueBillRun(scope, { billRunId }));
  for (let shard = 0; shard < shards; shard += 1)
    await step((scope) => accrueShard(scope, { billRunId, shard }));
  const auditor: Actor = { ...system, role: "operator_auditor" };
  return (work) => inScope(database, { actor: auditor, now: until, correlation: "bench" }, work);
}

async function statement(url: string, text: string): Promise<void> {
  const { pool, close } = openDatabase(url, { max: 1 });
  await pool.query(text).finally(close);
}
