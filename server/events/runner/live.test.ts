import { setTimeout as sleep } from "node:timers/promises";
import { RetryAfterError } from "inngest";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { defineJob, defineSchedule, type Job } from "../client";
import { setEventContext } from "../context";
import { allEnded, boreal, eventWorld, meridian, ref, signingKey, tables, until } from "../fixtures";
import { handlerOf } from "../serve";
import { effectTable, leaveTrace } from "./fixtures/effects";
import { type Live, startLive } from "./live";
import type { Transport } from "./protocol";

const endpoint = "http://in.process/api/inngest";
const clock = () => new Date();
const world = eventWorld((db) => db.owner.query(effectTable));
const { placed, runs } = world;
let servers: Live[] = [];

beforeAll(() => setEventContext({ database: world.db.database, clock }));
beforeEach(() => world.db.owner.query("truncate public.effect"));
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

function serve(jobs: Job[], { transport = handlerOf(jobs), capacity = 4 } = {}): void {
  const { database } = world.db;
  servers.push(startLive({ database, clock, endpoint, transport, signingKey: signingKey(), capacity }));
}

/** All that the engine remembers of steps and runs, and how many effects there were. */
const memory = `
  select (select jsonb_agg(jsonb_build_array(name, state, output) order by name) from engine.step)::text
    || (select jsonb_agg(jsonb_build_array(function_id, state, output) order by function_id) from engine.run)
    || (select count(*) from public.effect) as memory`;

describe("a server", () => {
  test("starts a function within 300 ms of its event", async () => {
    const began: number[] = [];
    serve([defineJob({ id: "quick", on: "order.placed" }, async () => void began.push(performance.now()))]);
    await placed("to warm up", new Date());
    await until(runs, allEnded(1));
    const waits: number[] = [];
    for (let each = 0; each < 10; each++) {
      await sleep(150 + each * 13);
      const sent = performance.now();
      await placed(`timed ${each}`, new Date());
      await until(
        async () => began.length,
        (count) => count === each + 2,
      );
      waits.push(Math.round((began.at(-1) ?? 0) - sent));
    }
    console.log(`from event to function: ${waits.join(", ")} ms`);
    expect(waits.toSorted((left, right) => left - right)[5]).toBeLessThan(300);
  });

  test("sleeps, retries and follows the calendar by the world's clock", async () => {
    const seen: string[] = [];
    const nap = defineJob({ id: "nap", on: "order.placed" }, async ({ step }) => {
      await step.sleep("nap", "1s");
      await step.run("try", () => {
        seen.push("try");
        if (seen.filter((line) => line === "try").length === 1) throw new RetryAfterError("again", "1s");
      });
      return "rested";
    });
    const tick = defineSchedule({ id: "tick", cron: "*/1 * * * * *" }, async () => void seen.push("tick"));
    serve([nap, tick]);
    serve([nap, tick]);
    const start = Date.now();
    await placed("one", new Date());
    await until(runs, (rows) => rows.some(({ output }) => output === "rested"));
    expect(Date.now() - start).toBeGreaterThan(1_900);
    const { rows } = await world.db.owner.query(
      "select id from engine.run where function_id = 'tributary-tick'",
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(seen.filter((line) => line === "tick").length).toBeLessThanOrEqual(rows.length);
  });
});

describe("a limit on concurrency", () => {
  test("holds for each key, also when two servers share the work", async () => {
    const underWay = { [meridian]: 0, [boreal]: 0 };
    const most = { [meridian]: 0, [boreal]: 0 };
    const job = defineJob(
      { id: "narrow", on: "order.placed", concurrency: { limit: 2, key: "event.data.operatorId" } },
      ({ event, step }) =>
        step.run("work", async () => {
          const { operatorId } = event.data;
          underWay[operatorId] = (underWay[operatorId] ?? 0) + 1;
          most[operatorId] = Math.max(most[operatorId] ?? 0, underWay[operatorId] ?? 0);
          await sleep(60);
          underWay[operatorId] = (underWay[operatorId] ?? 0) - 1;
        }),
    );
    serve([job], { capacity: 6 });
    serve([job], { capacity: 6 });
    for (let each = 0; each < 8; each++) {
      await placed(`m${each}`, new Date());
      await placed(`b${each}`, new Date(), boreal);
    }
    await until(runs, allEnded(16));
    expect(most).toEqual({ [meridian]: 2, [boreal]: 2 });
  });
});

describe("two servers on one database", () => {
  test("run no step twice", async () => {
    const job = defineJob({ id: "busy", on: "order.placed" }, async ({ step, runId }) => {
      await step.run("one", () => leaveTrace(runId, "one", 5));
      await Promise.all(["two", "three"].map((name) => step.run(name, () => leaveTrace(runId, name, 5))));
    });
    for (let server = 0; server < 2; server++) serve([job]);
    await Promise.all(Array.from({ length: 40 }, (_, each) => placed(String(each), new Date())));
    await until(runs, allEnded(40), 20_000);
    const { rows } = await world.db.owner.query(
      "select count(*)::int as effects, count(distinct (run_id, step))::int as steps from public.effect",
    );
    expect(rows).toEqual([{ effects: 120, steps: 120 }]);
  });
});

describe("every call delivered twice", () => {
  test("ends in the same memory, and a step that knows its own effect has it once", async () => {
    const job = defineJob({ id: "twice", on: "order.placed" }, async ({ step, runId }) => {
      const first = await step.run("first", () => once(runId, "first"));
      const parts = await Promise.all(["a", "b"].map((name) => step.run(name, () => once(runId, name))));
      await step.sendEvent("tell", {
        name: "task.ready",
        data: { operatorId: meridian, taskId: ref("task", "x") },
      });
      return [first, ...parts];
    });
    const heard = defineJob({ id: "heard", on: "task.ready" }, async () => "heard");
    const handler = handlerOf([job, heard]);
    const doubled: Transport = async (request) => {
      if (request.method === "POST") await handler(request.clone());
      return handler(request);
    };
    const hashes: string[] = [];
    for (const transport of [handler, doubled]) {
      await world.db.owner.query(`truncate ${tables.join(", ")}, public.effect`);
      serve([job, heard], { transport });
      await placed("one", new Date());
      await until(runs, allEnded(2));
      await Promise.all(servers.splice(0).map((server) => server.stop()));
      const { rows } = await world.db.owner.query(memory);
      hashes.push(String(rows[0].memory).replaceAll(/run_\w+/g, "run"));
    }
    expect(hashes[1]).toBe(hashes[0]);
  });
});

async function once(runId: string, name: string): Promise<string> {
  await world.db.owner.query(
    `insert into public.effect (run_id, step) select $1, $2
     where not exists (select from public.effect where run_id = $1 and step = $2)`,
    [runId, name],
  );
  return name;
}
