import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { drainJobs } from "@/server/events/drain";
import { openCast } from "./fixtures/cast";
import { subscribe } from "./fixtures/deal";
import { invoiceJobs } from "./jobs";
import { listInvoices } from "./read/list";
import { listShards, readBillRun } from "./read/run";
import { requestBillRun } from "./request";

const founded = new Date("2026-03-01T08:00:00Z");
const april = new Date("2026-03-31T22:00:00Z");
let server: TestDatabase;

beforeAll(async () => {
  server = await openTestDatabase();
});
afterAll(() => server.close());

describe("the job of a bill run", () => {
  test("rates every shard, numbers the invoices and says that they are issued", async () => {
    const cast = await openCast(server.database, founded);
    const { network } = cast;
    const specs = Array.from({ length: 520 }, () => ({ billableFrom: founded, items: [fee] }));
    await network.run((scope) => subscribe(scope, cast, specs));
    const { billRunId } = await network.run((scope) => requestBillRun(scope, { until: april }), april);
    await drainJobs(invoiceJobs, server.database, april);
    const run = await network.run((scope) => readBillRun(scope, { billRunId }));
    expect(run).toMatchObject({ status: "issued", shards: 2, shardsDone: 2, invoices: 520 });
    expect(run.totals).toMatchObject([{ invoices: 520, net: { minor: 5_200_00n } }]);
    const list = { billRunId, q: "", sort: "number", dir: "asc", page: 1, size: 50, filters: {} } as const;
    const shards = await network.run((scope) => listShards(scope, list));
    expect(shards.rows.map(({ status, invoices }) => [status, invoices])).toEqual([
      ["done", 500],
      ["done", 20],
    ]);
    const found = await network.run((scope) =>
      listInvoices(scope, {
        ...list,
        q: "inv-000520",
        filters: { status: ["issued"], billRunId: [billRunId] },
      }),
    );
    expect(found).toMatchObject({
      total: 1,
      rows: [{ number: "INV-000520", customerName: "Orchard Foods" }],
    });
    const told = await server.owner.query(
      "select name from engine.outbox where name like 'bill.run.%' order by sequence",
    );
    expect(told.rows.map(({ name }) => name)).toEqual(["bill.run.requested", "bill.run.issued"]);
  }, 60_000);
});

const price = { model: "flat", unitPrice: "10", tiers: null } as const;
const fee = { name: "Fee", charge: "recurring", prices: [price, price, price, price] } as const;
