import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { RetryAfterError } from "inngest";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { defineJob, defineSchedule, inngest, type Job } from "../client";
import { eventEngine, setEventContext } from "../context";
import { boreal, happen, later, meridian, ref, tables } from "../fixtures";
import { handlerOf } from "../serve";
import { effectTable, leaveTrace, threeSteps } from "./fixtures/effects";
import { overHttp } from "./http";
import { type Live, startLive } from "./live";
import type { Transport } from "./protocol";

const endpoint = "http://in.process/api/inngest";
let db: TestDatabase;
let servers: Live[] = [];

beforeAll(async () => {
  db = await openTestDatabase({ max: 30 });
  await db.owner.query(effectTable);
  setEventContext({ database: db.database, clock: () => new Date() });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.owner.query(`truncate ${tables.join(", ")}, public.effect, pgboss.job`);
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

const signingKey = () => {
  const engine = eventEngine();
  return engine.kind === "embedded" ? engine.signingKey : "";
};

function serve(jobs: Job[], { transport = handlerOf(jobs), capacity = 4 } = {}): void {
  const clock = () => new Date();
  servers.push(
    startLive({ database: db.database, clock, endpoint, transport, signingKey: signingKey(), capacity }),
  );
}

const placed = (name: string, operator = meridian) =>
  happen(db.database, "order.placed", { orderId: ref("order", name) }, { at: new Date(), operator });

async function until<Result>(
  look: () => Promise<Result>,
  good: (result: Result) => boolean,
  ms = 10_000,
): Promise<Result> {
  for (const end = Date.now() + ms; ; await sleep(25)) {
    const result = await look();
    if (good(result)) return result;
    if (Date.now() > end) throw new Error(`Not in time: ${JSON.stringify(result)}`);
  }
}

const runs = async () =>
  (await db.owner.query("select id, state, output, error from engine.run order by id")).rows;
const allEnded = (count: number) => (rows: { state: string }[]) =>
  rows.length === count && rows.every(({ state }) => state === "completed" || state === "failed");

describe("a server", () => {
  test("starts a function within 300 ms of its event", async () => {
    const began: number[] = [];
    serve([defineJob({ id: "quick", on: "order.placed" }, async () => void began.push(performance.now()))]);
    await placed("to warm up");
    await until(runs, allEnded(1));
    const waits: number[] = [];
    for (let each = 0; each < 10; each++) {
      await sleep(150 + each * 13);
      const sent = performance.now();
      await placed(`timed ${each}`);
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
    await placed("one");
    await until(runs, (rows) => rows.some(({ output }) => output === "rested"));
    expect(Date.now() - start).toBeGreaterThan(1_900);
    const { rows } = await db.owner.query("select id from engine.run where function_id = 'tributary-tick'");
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
      await placed(`m${each}`);
      await placed(`b${each}`, boreal);
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
    await Promise.all(Array.from({ length: 40 }, (_, each) => placed(String(each))));
    await until(runs, allEnded(40), 20_000);
    const { rows } = await db.owner.query(
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
      await db.owner.query(`truncate ${tables.join(", ")}, public.effect`);
      serve([job, heard], { transport });
      await placed("one");
      await until(runs, allEnded(2));
      await Promise.all(servers.splice(0).map((server) => server.stop()));
      const { rows } = await db.owner.query(
        `select (select jsonb_agg(jsonb_build_array(name, state, output) order by name) from engine.step)::text
           || (select jsonb_agg(jsonb_build_array(function_id, state, output) order by function_id) from engine.run)::text
           || (select count(*) from public.effect) as memory`,
      );
      hashes.push(String(rows[0].memory).replaceAll(/run_\w+/g, "run"));
    }
    expect(hashes[1]).toBe(hashes[0]);
  });
});

async function once(runId: string, name: string): Promise<string> {
  await db.owner.query(
    `insert into public.effect (run_id, step) select $1, $2
     where not exists (select from public.effect where run_id = $1 and step = $2)`,
    [runId, name],
  );
  return name;
}

describe("the endpoint, over HTTP", () => {
  let http: Server;
  let address: string;
  beforeAll(async () => {
    const handler = handlerOf([threeSteps]);
    http = createServer(async (incoming, outgoing) => {
      const parts: Buffer[] = [];
      for await (const part of incoming) parts.push(part as Buffer);
      const { method = "GET", url = "/", headers } = incoming;
      const body = method === "GET" ? {} : { body: Buffer.concat(parts) };
      const answer = await handler(
        new Request(`http://localhost${url}`, { method, headers: headers as never, ...body }),
      );
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/inngest`;
  });
  afterAll(() => void http.close());

  test("carries a run to its end", async () => {
    const clock = () => new Date();
    servers.push(
      startLive({
        database: db.database,
        clock,
        endpoint: address,
        transport: overHttp,
        signingKey: signingKey(),
      }),
    );
    await placed("one");
    expect(await until(runs, allEnded(1))).toMatchObject([{ state: "completed", output: "all three" }]);
  });

  test.each([
    ["a look at what it serves", "GET", undefined],
    ["a call", "POST", {}],
    ["a sync", "PUT", {}],
    ["an in-band sync", "PUT", { "x-inngest-sync-kind": "in_band" }],
    [
      "a forged call",
      "POST",
      { "x-inngest-signature": `t=${Math.floor(Date.now() / 1000)}&s=${"0".repeat(64)}` },
    ],
  ])("answers %s without a good signature with 401 and nothing else", async (_name, method, headers) => {
    const body = method === "GET" ? {} : { body: JSON.stringify({ url: address }) };
    const answer = await fetch(`${address}?fnId=tributary-three-steps&stepId=step`, {
      method,
      headers: { ...headers },
      ...body,
    });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("three");
  });
});

test("a client of this process signs and is in cloud mode, so that nothing is taken on trust", () => {
  expect(inngest.mode).toBe("cloud");
  expect(later(new Date(0), { seconds: 1 }).getTime()).toBe(1000);
});
