import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { happen, ref } from "../fixtures";
import { effectTable } from "./fixtures/effects";
import { leaseMs } from "./tasks";

let db: TestDatabase;
const children: ChildProcess[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  await db.owner.query(effectTable);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => db.close());

test("after a kill in the middle of a step another server does that step and no other again", async () => {
  const first = await startServer();
  await happen(db.database, "order.placed", { orderId: ref("order", "one") }, { at: new Date() });
  await until("select from public.effect where step = 'second'");
  first.kill("SIGKILL");
  await once(first, "exit");
  const killed = performance.now();
  const second = await startServer();
  await until("select from engine.run where state = 'completed'");
  console.log(
    `from the kill to the end of the run: ${Math.round(performance.now() - killed)} ms (lease ${leaseMs} ms)`,
  );
  const { rows } = await db.owner.query(
    "select step, pid, ended is not null as ended from public.effect order by began",
  );
  expect(rows).toEqual([
    { step: "first", pid: first.pid, ended: true },
    { step: "second", pid: first.pid, ended: false },
    { step: "second", pid: second.pid, ended: true },
    { step: "third", pid: second.pid, ended: true },
  ]);
}, 60_000);

async function startServer(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("./fixtures/worker.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, db.appUrl], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

async function until(query: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const { rowCount } = await db.owner.query(query);
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Not in time: ${query}`);
}
