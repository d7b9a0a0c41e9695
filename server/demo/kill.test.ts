import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { urlAs } from "@/db/address";
import { openDatabase } from "@/db/client";
import { inScope } from "@/server/access/scope";
import { decimalText, money } from "@/server/core/money/money";
import { recordPayment } from "@/server/invoice/pay";
import { requestBillRun } from "@/server/invoice/request";
import { drain } from "@/server/jobs";
import { decidePayoutRun } from "@/server/payout/decide";
import { proposePayoutRun } from "@/server/payout/propose";
import { provePayouts } from "@/server/payout/prove";
import { gaps, readAmounts } from "./fixtures/amounts";
import { multiply } from "./fixtures/many";
import { openPlayed, type Played } from "./fixtures/played";

const now = new Date("2026-05-20T10:00:00Z");
const june = (day: number) => new Date(Date.UTC(2026, 5, day, 8));
const seeds = [11, 23];

let played: Played;
let expected: readonly string[];
const children: ChildProcess[] = [];
const copies: string[] = [];

beforeAll(async () => {
  played = await openPlayed(now, 1);
  await multiply(played.server.owner, 30);
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const name of copies) await atServer(`drop database if exists ${name} with (force)`);
  await played.server.close();
});

async function atServer(statement: string): Promise<void> {
  const { pool, close } = openDatabase(urlAs(played.server.ownerUrl, { database: "postgres" }), { max: 1 });
  await pool.query(statement).finally(close);
}

/** The world that was played, once more. */
async function copyWorld(seed: number) {
  const from = new URL(played.server.ownerUrl).pathname.slice(1);
  const name = `${from}_${seed}`;
  await atServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
  await atServer(`create database ${name} template ${from}`);
  copies.push(name);
  const appUrl = urlAs(played.server.appUrl, { database: name });
  const app = openDatabase(appUrl);
  const owner = openDatabase(urlAs(played.server.ownerUrl, { database: name }), { max: 2 });
  return {
    appUrl,
    database: app.database,
    owner: owner.pool,
    close: () => Promise.all([app.close(), owner.close()]),
  };
}

type Copy = Awaited<ReturnType<typeof copyWorld>>;

/**
 * A month is billed, everybody pays half, and what became due is paid out; `carry` does the work of the jobs.
 */
async function play({ database, owner }: Copy, carry: (at: Date) => Promise<void>): Promise<void> {
  const { people } = played.world.deal;
  const as = <Result>(actor: typeof people.finance, at: Date, work: Parameters<typeof inScope<Result>>[2]) =>
    inScope(database, { actor, now: at, correlation: "kill" }, work);
  await as(people.finance, june(3), (scope) => requestBillRun(scope, { until: june(2) }));
  await carry(june(3));
  const { rows } = await owner.query(
    "select id, number, currency, gross - paid as open from app.invoice where gross > paid order by 2, 1",
  );
  for (const { id, number, currency, open } of rows) {
    const amount = decimalText(money(BigInt(open) - BigInt(open) / 2n, currency));
    const body = { reference: number, receivedAt: june(14), requestKey: `half of ${id}` };
    await as(people.finance, june(14), (scope) => recordPayment(scope, { invoiceId: id, amount, ...body }));
  }
  await carry(june(14));
  const { id } = await as(people.finance, june(29), (scope) => proposePayoutRun(scope, { cutoff: june(29) }));
  const found = await owner.query("select approval_id from app.payout_run where id = $1", [id]);
  const approving = { approvalId: found.rows[0].approval_id, decision: "approved", comment: "" } as const;
  await as(people.controller, june(30), (scope) => decidePayoutRun(scope, approving));
  await carry(june(30));
}

async function start(url: string, at: Date): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("./fixtures/drainer.ts", import.meta.url));
  const given = ["--import", "tsx", script, url, at.toISOString()];
  const child = spawn(process.execPath, given, { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

/** Kills a process at work after so many milliseconds; false when it was done before. */
async function killed(url: string, at: Date, afterMs: number): Promise<boolean> {
  const child = await start(url, at);
  child.stdin?.write("go\n");
  const done = child.stdout ? once(child.stdout, "data").then(() => true) : Promise.resolve(false);
  const wasDone = await Promise.race([done, sleep(afterMs, false)]);
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  return !wasDone;
}

/** The same numbers for the same seed (a linear congruential generator). */
function* drawn(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

test("an undisturbed run comes first", async () => {
  const control = await copyWorld(0);
  await play(control, (at) => drain(control.database, at));
  expected = await readAmounts(control.owner);
  expect(expected.filter((line) => line.startsWith("invoice")).length).toBeGreaterThan(60);
  expect(expected.some((line) => /^payout .* completed [1-9]/.test(line))).toBe(true);
  await control.close();
}, 120_000);

test("kill -9 in bill, release and payout runs leaves every amount as it would have been", async () => {
  let kills = 0;
  let midStep = 0;
  for (const seed of seeds) {
    const copy = await copyWorld(seed);
    const dice = drawn(seed);
    await play(copy, async (at) => {
      for (let tries = 0; tries < 2; tries += 1) {
        if (!(await killed(copy.appUrl, at, 20 + Math.floor(dice.next().value * 700)))) break;
        kills += 1;
        // The lease of who was killed runs out.
        const { rowCount } = await copy.owner.query(
          "update engine.task set leased_until = 'epoch' where leased_until is not null",
        );
        if (rowCount) midStep += 1;
      }
      await drain(copy.database, at);
    });
    expect(await readAmounts(copy.owner), `seed ${seed}`).toEqual(expected);
    expect(await gaps(copy.owner)).toBe(0);
    const system = { actor: played.world.deal.people.finance, now: june(30), correlation: "kill" };
    const proofs = await inScope(copy.database, system, provePayouts);
    expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
    await copy.close();
  }
  console.log(
    `kills survived: ${kills}, mid-step: ${midStep}, lines compared: ${expected.length}, cents off: 0`,
  );
  expect(kills).toBeGreaterThanOrEqual(8);
}, 300_000);
