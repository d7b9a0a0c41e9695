import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inngest } from "./client";
import { setEventContext } from "./context";
import { allEnded, eventWorld, signingKey, until } from "./fixtures";
import { effectTable, threeSteps } from "./runner/fixtures/effects";
import { overHttp } from "./runner/http";
import { startLive } from "./runner/live";
import { handlerOf } from "./serve";

const clock = () => new Date();
const world = eventWorld((db) => db.owner.query(effectTable));
beforeAll(() => setEventContext({ database: world.db.database, clock }));

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
    const { database } = world.db;
    const key = signingKey();
    const live = startLive({ database, clock, endpoint: address, transport: overHttp, signingKey: key });
    await world.placed("one", clock());
    expect(await until(world.runs, allEnded(1))).toMatchObject([{ state: "completed", output: "all three" }]);
    await live.stop();
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

test("a client of this process is in cloud mode, so that nothing is taken on trust", () => {
  expect(inngest.mode).toBe("cloud");
});
