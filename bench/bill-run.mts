// npx tsx bench/bill-run.mts [subscriptions] [usage rows each] [repeats]
// Bills one month: rating on five edges, invoices, tax, books and numbers, in shards one after the other. The
// base is the bare GROUP BY over the same usage rows on the same server.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { urlAs } from "@/db/address";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres.mjs";
import { type Database, inScope, type Scope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import { openCast } from "@/server/invoice/fixtures/cast";
import { subscribe } from "@/server/invoice/fixtures/deal";
import { addUsage } from "@/server/invoice/fixtures/usage";
import { issueBillRun } from "@/server/invoice/issue";
import { planBillRun } from "@/server/invoice/plan";
import { requestBillRun } from "@/server/invoice/request";
import { billShardOnce } from "@/server/invoice/shard";

const [subscriptions = 2_000, rowsEach = 16, repeats = 3] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "tributary-bench-"));
const role = { name: "tributary", password: "bench" };
const founded = new Date("2026-03-01T08:00:00Z");
const until = new Date("2026-03-31T22:00:00Z");

type Figures = {
  readonly base: number;
  readonly run: number;
  readonly slowest: number;
  readonly issue: number;
};

const server = await startPostgres({ folder: join(folder, "postgres"), password: "bench" });
try {
  const figures: Figures[] = [];
  for (let repeat = 1; repeat <= repeats; repeat += 1) figures.push(await measure(`bench_${repeat}`));
  const rows = subscriptions * rowsEach;
  console.log(`${subscriptions} subscriptions of 4 items, ${rows} usage rows, 5 edges\n`);
  console.log("           base (ms)   run (ms)   ratio   invoices/s   slowest shard (ms)   numbering (ms)");
  for (const { base, run, slowest, issue } of figures) {
    const cells = [
      base.toFixed(0),
      run.toFixed(0),
      (run / base).toFixed(1),
      ((subscriptions * 1_000) / run).toFixed(0),
    ];
    const [first = "", second = "", third = "", fourth = ""] = cells;
    const shown = `${first.padStart(20)}${second.padStart(11)}${third.padStart(8)}${fourth.padStart(13)}`;
    console.log(`${shown}${slowest.toFixed(0).padStart(21)}${issue.toFixed(0).padStart(17)}`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(name: string): Promise<Figures> {
  await statement(server.url, `create database ${name}`);
  const ownerUrl = urlAs(server.url, { database: name });
  await migrate(ownerUrl, role);
  const { database, close } = openDatabase(urlAs(ownerUrl, role));
  const step = await fill(database);
  await statement(ownerUrl, "vacuum analyze");
  const bare = `set work_mem = '16MB'; set enable_hashagg = off;
    select subscription_item_id, count(*), sum(quantity) from app.usage_event group by subscription_item_id`;
  const base = Math.min(
    ...[await timed(() => statement(ownerUrl, bare)), await timed(() => statement(ownerUrl, bare))],
  );
  const shardTimes: number[] = [];
  let issue = 0;
  const run = await timed(async () => {
    const { billRunId } = await step((scope) => requestBillRun(scope, { until }));
    const { shards } = await step((scope) => planBillRun(scope, { billRunId }));
    for (let number = 0; number < shards; number += 1)
      shardTimes.push(await timed(() => step((scope) => billShardOnce(scope, { billRunId, number }))));
    issue = await timed(() => step((scope) => issueBillRun(scope, { billRunId })));
  });
  await close();
  await statement(server.url, `drop database ${name} with (force)`);
  return { base, run, slowest: Math.max(...shardTimes), issue };
}

/** The subscriptions and their usage, spread over the month; gives a way to take a step of the run. */
async function fill(database: Database) {
  const cast = await openCast(database, founded);
  const step = <Result,>(work: (scope: Scope) => Promise<Result>) =>
    inScope(
      database,
      { actor: systemActor(cast.network.operatorId), now: until, correlation: "bench" },
      work,
    );
  for (let done = 0; done < subscriptions; done += 500) {
    const many = Array.from({ length: Math.min(500, subscriptions - done) }, () => ({
      billableFrom: founded,
    }));
    const made = await step((scope) => subscribe(scope, cast, many));
    const used = made.flatMap(({ items }) => {
      const itemId = items.get("Cloud");
      if (!itemId) throw new Error("The deal has a metered item.");
      return Array.from({ length: rowsEach }, (_, row) => ({
        itemId,
        usedAt: new Date(founded.getTime() + row * 3_600_000),
        quantity: `${row}.${String(done + row).padStart(9, "0")}`,
      }));
    });
    await step((scope) => addUsage(scope, used));
  }
  return step;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function statement(url: string, text: string): Promise<void> {
  const { pool, close } = openDatabase(url, { max: 1 });
  await pool.query(text).finally(close);
}
