// npx tsx bench/usage-import.mts [rows] [accounts] [repeats]
// Takes a FOCUS file in through the product and, on the same server, copies the same rows into a bare table.
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { urlAs } from "@/db/address";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres.mjs";
import type { Scope } from "@/server/access/scope";
import { focusFile, nimbusServices } from "@/server/demo/focus-file";
import { finishFile } from "@/server/usage/finish";
import { openUsage } from "@/server/usage/fixtures/world";
import { importFile } from "@/server/usage/import";
import { mapAccount } from "@/server/usage/map-account";
import { mapMeter } from "@/server/usage/map-meter";
import { receiveFile } from "@/server/usage/receive";

const [rows = 1_000_000, accounts = 200, repeats = 3] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "tributary-bench-"));
const role = { name: "tributary", password: "bench" };
const began = new Date("2025-01-01T00:00:00Z");
const receivedAt = new Date("2025-04-02T06:00:00Z");

type Figures = {
  readonly bare: number;
  readonly product: number;
  readonly replay: number;
  readonly rss: number;
};

const server = await startPostgres({ folder: join(folder, "postgres"), password: "bench" });
try {
  const names = Array.from({ length: accounts }, (_, number) => `nim-${10_000 + number}`);
  const file = join(folder, "usage.csv");
  await pipeline(
    Readable.from(focusFile({ month: "2025-03", accounts: names, rows })),
    createWriteStream(file),
  );
  const megabytes = Math.round(statSync(file).size / 1e6);
  console.log(`${rows.toLocaleString("en")} rows of ${accounts} accounts, ${megabytes} MB\n`);
  const figures: Figures[] = [];
  for (let repeat = 1; repeat <= repeats; repeat += 1)
    figures.push(await measure(`bench_${repeat}`, names, file));
  print(figures);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(name: string, names: readonly string[], file: string): Promise<Figures> {
  await statement(server.url, `create database ${name}`);
  const ownerUrl = urlAs(server.url, { database: name });
  await migrate(ownerUrl, role);
  const { database, close } = openDatabase(urlAs(ownerUrl, role));
  const world = await openUsage(database, began);
  const { sourceId, run } = world;
  await mapAll(world, names);
  await statement(ownerUrl, "checkpoint");

  const take = async (called: string) => {
    const stored = { storageKey: "0".repeat(32), digest: called, bytes: BigInt(statSync(file).size) };
    const { fileId } = await run(
      (scope) => receiveFile(scope, { sourceId, name: called, ...stored }),
      receivedAt,
    );
    const inScope = <Result,>(work: (scope: Scope) => Promise<Result>) => run(work, receivedAt);
    const seconds = await timed(async () => {
      await importFile({
        fileId,
        inScope,
        content: () => createReadStream(file, { highWaterMark: 1 << 18 }),
      });
      await run((scope) => finishFile(scope, fileId), receivedAt);
    });
    const [kept] = await statement(ownerUrl, `select * from app.usage_file where id = '${fileId}'`);
    const { rows_accepted: accepted, rows_duplicate: duplicate } = kept as Record<string, number>;
    return { seconds, accepted, duplicate };
  };
  const watch = watchMemory();
  const first = await take("first");
  const rss = watch();
  const again = await take("again");
  if (first.accepted !== rows || again.duplicate !== rows) throw new Error("Not every row is accounted for.");
  await close();

  const copied = `/tmp/${name}.copy`;
  await statement(ownerUrl, `copy app.usage_event to '${copied}'`);
  await statement(ownerUrl, "create table bare (like app.usage_event); checkpoint");
  const bare = await timed(() => statement(ownerUrl, `copy bare from '${copied}'`));
  await statement(ownerUrl, `drop table bare; copy (select 1) to '${copied}'`);
  await statement(server.url, `drop database ${name} with (force)`);
  return { bare: rows / bare, product: rows / first.seconds, replay: rows / again.seconds, rss };
}

async function mapAll(
  { run, subscribe, sourceId, meters }: Awaited<ReturnType<typeof openUsage>>,
  names: readonly string[],
) {
  const measured = await subscribe(names.length, began);
  for (const { service, unit, meter, factor } of nimbusServices) {
    await run((scope) =>
      mapMeter(scope, { sourceId, service, sku: "*", unit, meterId: meters[meter], factor }),
    );
  }
  for (const [place, account] of names.entries()) {
    const { subscriptionId } = measured[place] ?? {};
    if (subscriptionId) await run((scope) => mapAccount(scope, { sourceId, account, subscriptionId }));
  }
}

async function statement(url: string, text: string): Promise<unknown[]> {
  const { pool, close } = openDatabase(url, { max: 1 });
  const { rows: found } = await pool.query(text).finally(close);
  return found ?? [];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The most memory this process held until it is asked, in megabytes. */
function watchMemory(): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  return () => {
    clearInterval(timer);
    return Math.round(most / 1e6);
  };
}

function print(figures: readonly Figures[]): void {
  const each = (of: (figure: Figures) => string | number) => figures.map(of).join(" / ");
  const thousands = (value: number) => `${Math.round(value / 1000)} k`;
  console.log("| work | rows/s, each repeat | ratio to L |");
  console.log("| --- | --- | --- |");
  console.log(`| L: bare COPY | ${each(({ bare }) => thousands(bare))} | 1 |`);
  const share = (of: (figure: Figures) => number) =>
    each((figure) => `${Math.round((of(figure) / figure.bare) * 100)} %`);
  console.log(
    `| P1: import | ${each(({ product }) => thousands(product))} | ${share(({ product }) => product)} |`,
  );
  console.log(
    `| P4: replay | ${each(({ replay }) => thousands(replay))} | ${share(({ replay }) => replay)} |`,
  );
  console.log(`\nMost memory held: ${each(({ rss }) => `${rss} MB`)}`);
}
