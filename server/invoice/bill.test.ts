import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { proveBooks } from "@/server/ledger/prove";
import { linesOf, march10, openBilling } from "./fixtures/billing";
import { graduated, type ItemSpec, type SubscriptionSpec, secureBranch } from "./fixtures/cast";
import { readBooks } from "./fixtures/run";
import { issueBillRun } from "./issue";
import { planBillRun } from "./plan";
import { requestBillRun } from "./request";
import { billShardOnce } from "./shard";

let server: TestDatabase;
const at = (text: string) => new Date(text);
const [april, may, june] = [
  at("2026-03-31T22:00:00Z"),
  at("2026-04-30T22:00:00Z"),
  at("2026-05-31T22:00:00Z"),
];

beforeAll(async () => {
  server = await openTestDatabase();
});
afterAll(() => server.close());

const open = (specs?: readonly SubscriptionSpec[]) => openBilling(server.database, specs);

describe("a bill run", () => {
  test("charges what ended: fees by the day, usage by tier, what is due once", async () => {
    const { run, bill, used } = await open();
    await used("90", "2026-03-20T10:00:00Z", april);
    await bill(april, at("2026-04-01T05:00:00Z"));
    const books = await run(readBooks);
    // 395.00 net: 100.00 × 22/31 = 70.97, 90 × 1.00 less 5 %, 25 × 4.99 × 22/31 = 88.53; its tax is 75.05.
    expect(linesOf(books, "line")).toEqual([
      "Cloud 90.000000000000000 9000 8550 S 1625",
      "Connectivity 1.000000000000000 7097 7097 S 1348",
      "Seats 25.000000000000000 8853 8853 S 1682",
      "Setup 1.000000000000000 15000 15000 S 2850",
    ]);
    expect(linesOf(books, "invoice")[0]).toMatch(/^INV-000001 issued EUR 39500 7505 47005 2026-04-01/);
    expect(linesOf(books, "book")).toEqual([
      "clearing EUR -39500 4",
      "receivable EUR 47005 4",
      "tax_payable EUR -7505 4",
    ]);
  });

  test("rates every leg of the chain, and the share repeats the customer's price", async () => {
    const { run, bill, used } = await open();
    await used("110", "2026-03-20T10:00:00Z", april);
    await bill(april);
    const cloud = linesOf(await run(readBooks), "item").filter((line) => line.startsWith("Cloud"));
    // cost 110 × 0.40; 100 × 0.70 + 10 × 0.45; 100 × 0.80 + 10 × 0.48; customer 105.00 less 5 %
    expect(cloud.map((line) => line.split(" ").slice(-4).join(" "))).toEqual([
      "0 4400 0 4400",
      "1 7450 0 7450",
      "2 8480 0 8480",
      "3 10500 525 9975",
      "4 10500 525 9975",
    ]);
  });

  test("asked for twice, also side by side, is one run", async () => {
    const { run } = await open();
    const ids = await Promise.all(
      [1, 2, 3, 4, 5].map(() => run((scope) => requestBillRun(scope, { until: april }), april)),
    );
    expect(new Set(ids.map(({ billRunId }) => billRunId)).size).toBe(1);
  });

  test("waits for another to end, and charges what has ended only", async () => {
    const { run } = await open();
    await run((scope) => requestBillRun(scope, { until: april }), may);
    const other = run((scope) => requestBillRun(scope, { until: may }), may);
    await expect(other).rejects.toThrow("Bill run BR-000001 is still at work");
    const early = run((scope) => requestBillRun(scope, { until: june }), may);
    await expect(early).rejects.toThrow("choose a time up to now");
  });

  test("finds nothing left when everything is charged", async () => {
    const { run, bill } = await open();
    await bill(april);
    const before = linesOf(await run(readBooks), "invoice");
    await bill(at("2026-04-20T00:00:00Z"));
    expect(linesOf(await run(readBooks), "invoice")).toEqual(before);
    expect(linesOf(await run(readBooks), "run")).toEqual([
      "BR-000001 issued 1 1 0",
      "BR-000002 issued 1 0 0",
    ]);
  });

  test("charges a whole year month by month as it charges the year at once", async () => {
    const [steps, once] = [await open(), await open()];
    for (const until of [april, may, june]) await steps.bill(until);
    await once.bill(june);
    const amounts = async ({ run }: typeof steps) =>
      linesOf(await run(readBooks), "line")
        .map((line) => line.split(" ").slice(0, -1).join(" "))
        .sort();
    expect(await amounts(steps)).toEqual(await amounts(once));
  });

  test("numbers without a gap from run to run", async () => {
    const { run, bill } = await open([1, 2, 3].map(() => ({ billableFrom: march10 })));
    await bill(april);
    await bill(may);
    const numbers = linesOf(await run(readBooks), "invoice").map((line) => line.split(" ")[0]);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map((number) => `INV-00000${number}`));
  });
});

describe("usage", () => {
  const metered = (price: ItemSpec["prices"][3]): readonly ItemSpec[] => {
    const [cost, first, second] = secureBranch[2]?.prices ?? [price, price, price];
    return [{ name: "Cloud", charge: "usage", prices: [cost, first, second, price] }];
  };
  const t7 = [{ billableFrom: march10, items: metered(graduated("1", "100", "0.5")) }];

  test("that comes late is charged the difference, in the next run, for its own month (T7)", async () => {
    const { run, bill, used } = await open(t7);
    await used("90", "2026-03-20T10:00:00Z", april);
    await bill(april);
    await used("20", "2026-03-31T21:59:59Z", at("2026-04-15T00:00:00Z"));
    await bill(may);
    expect(linesOf(await run(readBooks), "line")).toEqual([
      "Cloud (late usage) 20.000000000000000 1500 1500 S 285",
      "Cloud 90.000000000000000 9000 9000 S 1710",
    ]);
  });

  test("belongs to the customer's month, not to that of the server", async () => {
    const { run, bill, used } = await open([
      { ...t7[0], billableFrom: march10, timeZone: "America/New_York" },
    ]);
    await used("7", "2026-04-01T03:59:59Z", april); // The evening of the 31st of March in New York.
    await used("5", "2026-04-01T04:00:00Z", april);
    await bill(at("2026-04-01T04:00:00Z"));
    expect(linesOf(await run(readBooks), "line")).toEqual(["Cloud 7.000000000000000 700 700 S 133"]);
  });

  test("above the watermark waits for the next run, whenever it commits", async () => {
    const { run, bill, used, subscribed } = await open(t7);
    await used("10", "2026-03-20T10:00:00Z", april);
    const { billRunId: id } = await run((scope) => requestBillRun(scope, { until: april }), april);
    await used("3", "2026-03-21T10:00:00Z", april);
    await run((scope) => planBillRun(scope, { billRunId: id }), april);
    await run((scope) => billShardOnce(scope, { billRunId: id, number: 0 }), april);
    await run((scope) => issueBillRun(scope, { billRunId: id }), april);
    await bill(may);
    expect(subscribed).toHaveLength(1);
    expect(linesOf(await run(readBooks), "line").map((line) => line.split(" S ")[0])).toEqual([
      "Cloud (late usage) 3.000000000000000 300 300",
      "Cloud 10.000000000000000 1000 1000",
    ]);
  });

  test("of a month without any is charged its base fee once, also when some comes late", async () => {
    const { run, bill, used } = await open([
      { billableFrom: march10, items: metered(graduated("1", "100", "0.5", "9")) },
    ]);
    await bill(april);
    await bill(at("2026-04-10T00:00:00Z"));
    await used("4", "2026-03-20T10:00:00Z", at("2026-04-12T00:00:00Z"));
    await bill(at("2026-04-15T00:00:00Z"));
    expect(linesOf(await run(readBooks), "line")).toEqual([
      "Cloud (late usage) 4.000000000000000 400 400 S 76",
      "Cloud 0.000000000000000 900 900 S 171",
    ]);
  });

  test("of nothing makes no invoice", async () => {
    const { run, bill } = await open(t7);
    await bill(may);
    expect(linesOf(await run(readBooks), "invoice")).toEqual([]);
  });

  test("taken back by its supplier is credited, and the invoice that credits is issued", async () => {
    const { run, bill, used } = await open(t7);
    await used("110", "2026-03-20T10:00:00Z", april);
    await bill(april);
    await used("-20", "2026-03-20T11:00:00Z", at("2026-04-15T00:00:00Z"));
    await bill(may);
    const [invoices, proofs] = [linesOf(await run(readBooks), "invoice"), await run(proveBooks)];
    expect(invoices[1]).toMatch(/^INV-000002 issued EUR -1500 -285 -1785/);
    expect(proofs.every(({ holds }) => holds)).toBe(true);
  });
});
