import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { setEventContext } from "@/server/events/context";
import { hearCallback } from "@/server/events/hear";
import { readCallback } from "@/server/integrations/supplier/callback";
import { type SupplierSimulator, startSupplierSimulator } from "@/server/integrations/supplier/simulator";
import { drain } from "@/server/jobs";
import { acceptQuote } from "@/server/quote/accept";
import { draftQuote } from "@/server/quote/draft";
import { sendQuote } from "@/server/quote/send";
import { submitQuote } from "@/server/quote/submit";
import { connectSupplier } from "./connect";
import { listSubscriptions, readSubscription } from "./read/subscription";
import { listExceptions, listTasks, readTask, type TaskSeen } from "./read/task";
import { completeTask, finishTask, repairTask } from "./task";

const start = new Date("2026-03-02T09:00:00Z");
const signingKey = "for tests alone: calls sign with this";
const list = { q: "", page: 1, size: 100, filters: {} };
const tasks = { ...list, sort: "dueAt" as const, dir: "asc" as const };

let server: TestDatabase;
let deal: Deal;
let simulator: SupplierSimulator;
let listener: Server;
let clock = start;

beforeAll(async () => {
  server = await openTestDatabase();
  listener = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const headers = new Headers(request.headers as Record<string, string>);
    const callback = readCallback(signingKey, headers, Buffer.concat(parts).toString());
    if (callback) await hearCallback(callback);
    response.writeHead(callback ? 202 : 401).end();
  });
  await new Promise<void>((ready) => listener.listen(0, "127.0.0.1", ready));
  vi.stubEnv("APP_URL", `http://127.0.0.1:${(listener.address() as AddressInfo).port}`);
  setEventContext({ database: server.database, clock: () => clock });
  simulator = await startSupplierSimulator({ signingKey, limits: { "CAS-SEAT": 40 } });
  deal = await openDeal(server.database, start);
  await deal.run(async (scope) => {
    for (const name of ["nimbus", "castellan"] as const) {
      await connectSupplier(scope, { supplierId: deal.parties[name], baseUrl: simulator.url });
    }
  });
});

afterAll(async () => {
  await simulator.close();
  listener.close();
  await server.close();
});

/** Sells Secure Branch to Orchard Foods and lets everything run that is due. */
async function sell(seats = "12") {
  const quoteVersionId = await deal.as(
    deal.people.creekSales,
    async (scope) => {
      const { versionId } = await draftQuote(scope, {
        customerId: deal.parties.orchard,
        offerId: deal.offer.offerId,
        quantities: await seatsOf(seats),
      });
      await submitQuote(scope, { versionId });
      await sendQuote(scope, { versionId });
      await acceptQuote(scope, {
        versionId,
        acceptedByName: "Olive Orchard",
        requestKey: `accept-${versionId}`,
      });
      return versionId;
    },
    clock,
  );
  await settle();
  const rows = await server.owner.query('select id from app."order" where quote_version_id = $1', [
    quoteVersionId,
  ]);
  return rows.rows[0].id as string;
}

async function seatsOf(seats: string) {
  const { rows } = await server.owner.query<{ id: string }>(
    "select id from app.offer_component where offer_version_id = $1 and item_id = $2",
    [deal.offer.versionId, deal.items.seats],
  );
  return { [rows[0]?.id ?? ""]: seats };
}

/** Drains, lets callbacks arrive, and drains again until nothing more comes. */
async function settle() {
  for (let round = 0; round < 4; round += 1) {
    await drain(server.database, clock);
    await simulator.settle();
  }
}

async function tasksOf(orderId: string): Promise<Partial<Record<string, TaskSeen>>> {
  const filters = { order: [orderId] };
  const { rows } = await deal.run((scope) => listTasks(scope, { ...tasks, filters }), clock);
  return Object.fromEntries(rows.map((row) => [row.sku ?? "", row]));
}

async function completeManual(orderId: string, sku: string) {
  const task = (await tasksOf(orderId))[sku];
  if (!task) throw new Error(`no task for ${sku}`);
  await deal.as(
    deal.people.operations,
    (scope) => completeTask(scope, { id: task.id, proof: "Signed by R. Orchard" }),
    clock,
  );
  await settle();
}

describe("an order comes to life", () => {
  let orderId: string;

  test("its tasks begin where nothing has to be done before", async () => {
    orderId = await sell();
    const states = Object.entries(await tasksOf(orderId)).map(([sku, task]) => [sku, task?.status]);
    expect(Object.fromEntries(states)).toEqual({
      "MER-SETUP": "ready",
      "MER-CONN": "blocked",
      "NIM-COMPUTE": "done",
      "NIM-STORE": "done",
      "CAS-SEAT": "blocked",
      "FLD-INSTALL": "blocked",
    });
  });

  test("each done task opens those that waited, and the last one makes the subscription active", async () => {
    await completeManual(orderId, "MER-SETUP");
    await completeManual(orderId, "MER-CONN");
    const { rows } = await deal.run(
      (scope) => listSubscriptions(scope, { ...list, sort: "number" as const, dir: "asc" as const }),
      clock,
    );
    const running = rows.find((row) => row.orderId === orderId);
    expect(running).toMatchObject({ status: "active", billableFrom: new Date("2026-03-01T23:00:00Z") });
    const { items } = await deal.run((scope) => readSubscription(scope, { id: running?.id as never }), clock);
    expect(items.map(({ charge }) => charge).sort()).toEqual([
      "one_time",
      "recurring",
      "recurring",
      "usage",
      "usage",
    ]);
  });

  test("and the order is completed with the last of all", async () => {
    await completeManual(orderId, "FLD-INSTALL");
    const { rows } = await server.owner.query('select status from app."order" where id = $1', [orderId]);
    expect(rows[0].status).toBe("completed");
  });

  test("a supplier carries each task out once, however often it is told", async () => {
    expect([...simulator.effects.values()].every((times) => times === 1)).toBe(true);
  });
});

describe("a task that the supplier refuses", () => {
  test("waits as an exception, and goes on once it is repaired", async () => {
    const orderId = await sell("45");
    await completeManual(orderId, "MER-SETUP");
    await completeManual(orderId, "MER-CONN");
    const refused = (await tasksOf(orderId))["CAS-SEAT"];
    expect(refused?.status).toBe("exception");
    const open = { ...list, filters: { state: ["open"] }, sort: "openedAt" as const, dir: "asc" as const };
    const { rows } = await deal.run((scope) => listExceptions(scope, open), clock);
    expect(rows).toMatchObject([
      { kind: "supplier", message: expect.stringContaining("limit is 40"), task: { sku: "CAS-SEAT" } },
    ]);

    const id = rows[0]?.taskId as never;
    await deal.as(
      deal.people.operations,
      (scope) => repairTask(scope, { id, resolution: "Raised the tenant's limit." }),
      clock,
    );
    await settle();
    const repaired = await deal.run((scope) => readTask(scope, { id }), clock);
    expect(repaired.status).toBe("done");
    expect(repaired.exceptions).toMatchObject([
      { resolution: "Raised the tenant's limit.", resolvedByName: "Tomás Ruiz" },
    ]);
    expect(repaired.attemptsMade.map(({ outcome }) => outcome)).toEqual(["failed_final", "accepted", "done"]);
  });
});

describe("a supplier with moods", () => {
  test.each([
    //                                            behaviour                                            the
    // task in the end, after so many days
    ["is down for a while, then takes it on", { mode: "unavailable", times: 2 } as const, "done", 1],
    ["stays down", { mode: "unavailable" } as const, "exception", 1],
    ["answers at once", { mode: "done" } as const, "done", 0],
    ["calls back twice", { mode: "twice" } as const, "done", 0],
    ["never calls back", { mode: "silent" } as const, "exception", 3],
  ])("%s", async (_name, behaviour, status, days) => {
    simulator.behave("NIM-COMPUTE", behaviour);
    const orderId = await sell();
    clock = new Date(clock.getTime() + days * 86_400_000);
    await settle();
    const task = (await tasksOf(orderId))["NIM-COMPUTE"];
    expect(task?.status).toBe(status);
    simulator.behave("NIM-COMPUTE", { mode: "callback" });
  });
});

describe("who may touch a task", () => {
  test("its supplier sees and completes it; another supplier does not know it", async () => {
    const orderId = await sell();
    await completeManual(orderId, "MER-SETUP");
    await completeManual(orderId, "MER-CONN");
    const visit = (await tasksOf(orderId))["FLD-INSTALL"];
    const id = visit?.id as never;
    const asDesk = (desk: "fieldlineDesk" | "castellanDesk") =>
      deal.as(deal.people[desk], (scope) => completeTask(scope, { id, proof: "Protocol 77, signed" }), clock);
    await expect(asDesk("castellanDesk")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await asDesk("fieldlineDesk");
    await settle();
    expect((await tasksOf(orderId))["FLD-INSTALL"]?.status).toBe("done");
    const seen = await deal.as(deal.people.fieldlineDesk, (scope) => listTasks(scope, tasks), clock);
    expect(new Set(seen.rows.map(({ supplierName }) => supplierName))).toEqual(new Set(["Fieldline Crew"]));
  });

  test("done twice is done once", async () => {
    const orderId = await sell();
    const setup = (await tasksOf(orderId))["MER-SETUP"];
    await completeManual(orderId, "MER-SETUP");
    await deal.run((scope) => finishTask(scope, setup?.id as never, "again"), clock);
    const { rows } = await server.owner.query("select proof from app.fulfilment_task where id = $1", [
      setup?.id,
    ]);
    expect(rows[0].proof).toBe("Signed by R. Orchard");
  });
});
