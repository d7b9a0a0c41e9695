import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Actor } from "@/server/access/actor";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { readBalances } from "@/server/ledger/read";
import { openCast } from "./fixtures/cast";
import { subscribe } from "./fixtures/deal";
import { billAll } from "./fixtures/run";
import type { NewPayment } from "./input";
import { recordPayment } from "./pay";
import { explainLine } from "./read/explain";
import { readInvoice } from "./read/invoice";
import { listInvoices } from "./read/list";

let server: TestDatabase;
const founded = new Date("2026-03-01T08:00:00Z");
const april = new Date("2026-03-31T22:00:00Z");
const receivedAt = new Date("2026-04-09T00:00:00Z");
const later = new Date("2026-04-10T00:00:00Z");
const list = { q: "", sort: "issuedAt", dir: "asc", page: 1, size: 50, filters: {} } as const;

beforeAll(async () => {
  server = await openTestDatabase();
});
afterAll(() => server.close());

/** One issued invoice: 100.00 × 22/31 + 150.00 + 25 × 4.99 × 22/31 = 309.50 net, 58.81 tax, 368.31 gross. */
async function open() {
  const cast = await openCast(server.database, founded);
  const { network } = cast;
  const billableFrom = new Date("2026-03-10T09:00:00Z");
  await network.run((scope) => subscribe(scope, cast, [{ billableFrom }]));
  await billAll(server.database, network.operatorId, { until: april });
  const found = await network.run((scope) => listInvoices(scope, list));
  const invoiceId = found.rows[0]?.id ?? newId("invoice", founded);
  let keys = 0;
  const pay = (amount: string, given: Partial<NewPayment> = {}) => {
    keys += 1;
    const input = {
      invoiceId,
      amount,
      reference: "E2E-1",
      receivedAt,
      requestKey: `key-${keys}-of-test`,
      ...given,
    };
    return network.run((scope) => recordPayment(scope, input), later);
  };
  const read = () => network.run((scope) => readInvoice(scope, { invoiceId }), later);
  return { cast, network, invoiceId, pay, read };
}

describe("a payment", () => {
  test("of a part leaves the rest open, and the last one closes every line", async () => {
    const { pay, read } = await open();
    await pay("100.00");
    expect(await read()).toMatchObject({ status: "partially_paid", open: { minor: 26_831n } });
    await pay("0.01");
    await pay("268.30", { reference: "E2E-3" });
    const paid = await read();
    expect(paid).toMatchObject({ status: "paid", open: { minor: 0n } });
    expect(paid.lines.every(({ net, paidNet }) => net.minor === paidNet.minor)).toBe(true);
    expect(paid.payments.map(({ amount }) => amount.minor)).toEqual([10_000n, 1n, 26_830n]);
  });

  test("is in the books, and what the customer owes is what is open", async () => {
    const { pay, network } = await open();
    await pay("100.00");
    const owed = await network.run((scope) => readBalances(scope, "receivable"));
    const cash = await network.run((scope) => readBalances(scope, "cash"));
    expect([owed[0]?.balance.minor, cash[0]?.balance.minor]).toEqual([26_831n, 10_000n]);
  });

  test("submitted fifty times at once is recorded once", async () => {
    const { pay, read } = await open();
    const requestKey = "one-and-the-same";
    const all = await Promise.all(Array.from({ length: 50 }, () => pay("50.00", { requestKey })));
    expect(new Set(all.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect((await read()).payments).toHaveLength(1);
  });

  test("of the same amount twice, by two keys at once, is two payments", async () => {
    const { pay, read } = await open();
    await Promise.all([pay("50.00"), pay("50.00")]);
    expect((await read()).open.minor).toBe(26_831n);
  });

  test("with the key of another is refused", async () => {
    const { pay, read } = await open();
    const requestKey = "one-and-the-same";
    await pay("50.00", { requestKey });
    await expect(pay("50.01", { requestKey })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(pay("50.0", { requestKey })).resolves.toBeDefined();
    expect((await read()).payments).toHaveLength(1);
  });

  test("of more than is open is refused with what is open, also when two come at once", async () => {
    const { pay, read } = await open();
    await expect(pay("368.32")).rejects.toThrow("has EUR 368.31 open: record at most that");
    const both = await Promise.allSettled([pay("300.00"), pay("300.00")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await pay("68.31");
    await expect(pay("0.01")).rejects.toThrow("is paid: nothing is open");
    expect((await read()).open.minor).toBe(0n);
  });

  test.each([
    ["0", "more than nothing"],
    ["-1.00", "more than nothing"],
    ["1.005", "at most 2 decimal places"],
    ["1,50", "is not a decimal number"],
  ])("of %s is refused: %s", async (amount, sentence) => {
    const { pay } = await open();
    await expect(pay(amount)).rejects.toThrow(sentence);
  });

  test("from the future is refused", async () => {
    const { pay } = await open();
    await expect(pay("1.00", { receivedAt: new Date("2026-04-10T00:00:01Z") })).rejects.toThrow("up to now");
  });

  test("of an invoice that is not there is not found", async () => {
    const { pay } = await open();
    const invoiceId = newId("invoice", founded) as Id<"invoice">;
    await expect(pay("1.00", { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("any payments", () => {
  test("keep the invoice, its lines and the books in step", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 5 }), async (amounts) => {
        const { pay, read, network } = await open();
        for (const minor of amounts) await pay(`${minor}e-2`).catch(() => undefined);
        const { open: left, payments, lines, gross } = await read();
        const paid = payments.reduce((total, { amount }) => total + amount.minor, 0n);
        expect(left.minor).toBe(gross.minor - paid);
        expect(lines.every(({ net, paidNet }) => paidNet.minor <= net.minor)).toBe(true);
        const owed = await network.run((scope) => readBalances(scope, "receivable"));
        expect(owed[0]?.balance.minor).toBe(left.minor);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe("an invoice", () => {
  const path = "/alpine/blue-harbor/";
  const viewers = (cast: Awaited<ReturnType<typeof open>>["cast"]) => {
    const { network } = cast;
    const as = (party: PartyId, where: string): Actor => network.member(party, where, "partner_owner");
    return {
      harbor: as(cast.harbor, path),
      creek: as(cast.creek, `${path}little-creek/`),
      alpine: as(cast.alpine, "/alpine/"),
      supplier: network.member(cast.supplier, "/nimbus/", "supplier_desk"),
    };
  };

  test("is seen by its seller and by the partner that sold it, and by nobody else", async () => {
    const { cast, network, invoiceId } = await open();
    const counts = Object.entries(viewers(cast)).map(async ([name, actor]) => {
      const { total } = await network.as(actor, (scope) => listInvoices(scope, list));
      return [name, total];
    });
    expect(await Promise.all(counts)).toEqual([
      ["harbor", 1],
      ["creek", 1],
      ["alpine", 0],
      ["supplier", 0],
    ]);
    const { alpine } = viewers(cast);
    const peek = network.as(alpine, (scope) => readInvoice(scope, { invoiceId }));
    await expect(peek).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("explains each amount on the edges that are the viewer's own", async () => {
    const { cast, network, read } = await open();
    const line = (await read()).lines[1];
    if (!line) throw new Error("The invoice has a second line.");
    const seen = async (actor: Actor) => {
      const { legs } = await network.as(actor, (scope) => explainLine(scope, { invoiceLineId: line.id }));
      return legs.map(({ number }) => number);
    };
    const { harbor, creek, alpine } = viewers(cast);
    expect(await seen(harbor)).toEqual([2, 3, 4]);
    expect(await seen(creek)).toEqual([3]);
    await expect(seen(alpine)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
