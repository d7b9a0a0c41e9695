import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { defineJob, inngest, type Job } from "./client";
import { setEventContext } from "./context";
import { boreal, eventWorld, meridian, noon, ref, until } from "./fixtures";
import { eventJobs } from "./jobs";
import { type CallState, callRequest, type Memo } from "./runner/protocol";
import { handlerOf } from "./serve";
import { startEvents } from "./start";

const world = eventWorld();
const clock = () => new Date();
const heard: { id: string; name: string; data: unknown; ts: number }[] = [];
let refuse = false;
let server: Server;

/** Stands in for Inngest's event API: takes events, and now and then is out of order. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (refuse) return response.writeHead(503).end("{}");
    const events: typeof heard = JSON.parse(Buffer.concat(parts).toString());
    heard.push(...events);
    return response.end(JSON.stringify({ ids: events.map(({ id }) => id), status: 200 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  inngest.setEnvVars({ INNGEST_DEV: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  setEventContext({ database: world.db.database, clock, engine: { kind: "inngest" } });
});
afterAll(() => void server.close());
afterEach(() => {
  heard.length = 0;
  refuse = false;
});

describe("with Inngest as the engine, the relay", () => {
  const start = () =>
    startEvents({
      ...{ database: world.db.database, clock, engine: { kind: "inngest" as const } },
      endpoint: "http://not.called/api/inngest",
    });

  test("sends each event with its id and its time", async () => {
    const live = start();
    await world.placed();
    await until(
      async () => heard,
      ({ length }) => length > 0,
    );
    await live.stop();
    const { rows } = await world.db.owner.query("select id, relayed_at from engine.outbox");
    const data = { orderId: "ord_one", operatorId: meridian };
    expect(heard).toMatchObject([{ id: rows[0].id, name: "order.placed", data, ts: noon.getTime() }]);
    expect(rows[0].relayed_at).not.toBeNull();
  });

  test("keeps events while Inngest is out of reach", async () => {
    refuse = true;
    const live = start();
    await world.placed();
    await new Promise((resolve) => setTimeout(resolve, 600));
    refuse = false;
    await until(
      async () => heard,
      ({ length }) => length > 0,
    );
    await live.stop();
    expect(heard).toHaveLength(1);
  });
});

describe("with Inngest as the engine, our own tables", () => {
  const state = (change: Partial<CallState>): CallState => ({
    runId: "01JABCDEF",
    event: { id: "evt_1", name: "order.placed", data: { operatorId: meridian, orderId: "ord_one" }, ts: 1 },
    ...{ memos: [], attempt: 0, attemptsMax: 2, immediate: true, ...change },
  });
  /** As Inngest would call. */
  const call = async (jobs: Job[], id: string, change: Partial<CallState> = {}) => {
    const answer = await handlerOf(jobs)(callRequest("http://x/api/inngest", "", id, "", state(change)));
    return { status: answer.status, body: await answer.json() };
  };
  const steps = async () =>
    (await world.db.owner.query("select name, state, attempts, output from engine.step")).rows;

  test("know a run, its steps and its end", async () => {
    const job = defineJob({ id: "noted", on: "order.placed" }, async ({ step }) => {
      const count = await step.run("count", () => 2);
      return count * 2;
    });
    const { body } = await call([job], "tributary-noted");
    expect(await world.runs()).toMatchObject([{ id: "01JABCDEF", state: "running" }]);
    expect(await steps()).toEqual([{ name: "count", state: "completed", attempts: 1, output: 2 }]);
    const memos: Memo[] = [{ id: body[0].id, output: 2, error: null }];
    await call([job], "tributary-noted", { memos });
    expect(await world.runs()).toMatchObject([{ state: "completed", output: 4 }]);
  });

  test("know each failed attempt, and the failure of the run", async () => {
    const job = defineJob({ id: "failing", on: "order.placed", retries: 1 }, ({ step }) =>
      step.run("try", () => {
        throw new Error("no");
      }),
    );
    await call([job], "tributary-failing");
    const { body } = await call([job], "tributary-failing", { attempt: 1 });
    expect(await steps()).toMatchObject([{ name: "try", state: "failed", attempts: 2 }]);
    const memos: Memo[] = [{ id: body[0].id, output: null, error: { name: "Error", message: "no" } }];
    await call([job], "tributary-failing", { memos });
    expect(await world.runs()).toMatchObject([{ state: "failed", error: { message: "no" } }]);
  });

  test("have a failed run done again by a new run of the same function", async () => {
    await world.db.owner.query(
      `insert into engine.run (id, function_id, operator_id, state, event_id, event, created_at)
       values ('run_lost', 'tributary-failing', '${meridian}', 'failed', 'evt_9',
                 '{"data": {"orderId": "ord_nine"}}', now()),
              ('run_far', 'tributary-failing', '${boreal}', 'failed', 'evt_8', '{"data": {}}', now())`,
    );
    const jobs = [...eventJobs];
    const asked = (runId: string) => ({
      event: {
        id: "evt_2",
        name: "job.retried",
        data: { operatorId: meridian, runId, engine: "inngest" },
        ts: 1,
      },
    });
    const { body: found } = await call(jobs, "tributary-retry-run", asked(ref("run", "lost")));
    const memos: Memo[] = [{ id: found[0].id, output: found[0].data, error: null }];
    const { body } = await call(jobs, "tributary-retry-run", { ...asked(ref("run", "lost")), memos });
    expect(body).toMatchObject([
      {
        op: "InvokeFunction",
        opts: { function_id: "tributary-failing", payload: { data: { orderId: "ord_nine" } } },
      },
    ]);
    const { body: foreign } = await call(jobs, "tributary-retry-run", {
      ...asked(ref("run", "far")),
      runId: "01JOTHER",
    });
    expect(foreign).toMatchObject([{ data: null }]);
  });
});
