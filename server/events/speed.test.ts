import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { defineJob } from "./client";
import { drainJobs } from "./drain";
import { happen, later, noon, ref } from "./fixtures";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test("two hundred events, each with a step of its own, are drained in seconds", async () => {
  let done = 0;
  const job = defineJob({ id: "count", on: "order.placed" }, ({ step, asSystem }) =>
    step.run("count", () => asSystem(async () => void done++)),
  );
  for (let each = 0; each < 200; each++) {
    const at = later(noon, { seconds: each });
    await happen(db.database, "order.placed", { orderId: ref("order", String(each)) }, { at });
  }
  const started = performance.now();
  await drainJobs([job], db.database, later(noon, { days: 1 }));
  console.log(`200 events drained in ${Math.round(performance.now() - started)} ms`);
  expect(done).toBe(200);
});
