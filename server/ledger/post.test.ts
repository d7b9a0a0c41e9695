import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { inScope, type Scope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import { type Id, newId, type OperatorId, type PartyId } from "@/server/core/ids";
import { EUR, USD } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import { post } from "./post";
import { proveBooks } from "./prove";
import { listAccounts, listEntries, readBalances, readTransaction, readTrialBalance } from "./read";
import { reversal } from "./reversal";
import { invoiceIssued } from "./templates/invoice-issued";
import { paymentReceived } from "./templates/payment-received";

const now = new Date("2026-04-01T00:00:00Z");
const customer = "pty_orchard" as PartyId;
let server: TestDatabase;

beforeAll(async () => {
  server = await openTestDatabase();
});
afterAll(() => server.close());

/** Each test keeps the books of its own operator. */
function openBooks() {
  const operatorId = newId("operator", now);
  const operator = operatorId as string as PartyId;
  const line = (number: number, net: bigint, tax: bigint, currency = EUR) =>
    invoiceIssued({
      invoiceLine: `iln_${number}` as Id<"invoiceLine">,
      description: `Line ${number}`,
      operator,
      customer,
      net: money(net, currency),
      tax: money(tax, currency),
    });
  const within = <Result>(work: (scope: Scope) => Promise<Result>) =>
    inScope(
      server.database,
      { actor: systemActor(operatorId as OperatorId), now, correlation: "test" },
      work,
    );
  return { operator, line, within };
}

describe("posting", () => {
  test("the same event twice, also side by side, is posting it once", async () => {
    const { line, within } = openBooks();
    const both = [line(1, 10_000n, 1_900n), line(2, 500n, 95n)];
    await Promise.all([1, 2, 3, 4].map(() => within((scope) => post(scope, both))));
    const trial = await within(readTrialBalance);
    expect(trial.map(({ account, balance, entries }) => [account, balance.minor, entries])).toEqual([
      ["receivable", 12_495n, 2],
      ["tax_payable", -1_995n, 2],
      ["clearing", -10_500n, 2],
    ]);
  });

  test("the same event with other amounts is refused, and leaves nothing of the call behind", async () => {
    const { line, within } = openBooks();
    await within((scope) => post(scope, [line(1, 100n, 0n)]));
    const changed = within((scope) => post(scope, [line(2, 100n, 0n), line(1, 101n, 0n)]));
    await expect(changed).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await within(readTrialBalance)).map(({ balance }) => balance.minor)).toEqual([100n, -100n]);
  });

  test("a reversal empties the accounts, once", async () => {
    const { line, within } = openBooks();
    const made = line(1, 100n, 19n);
    await within((scope) => post(scope, [made]));
    await within((scope) => post(scope, [reversal(made)]));
    await within((scope) => post(scope, [reversal(made)]));
    expect((await within(readTrialBalance)).every(({ balance }) => balance.minor === 0n)).toBe(true);
    expect(await within((scope) => readBalances(scope, "receivable"))).toMatchObject([
      { balance: { minor: 0n } },
    ]);
  });

  test("what does not add up is refused by the database itself", async () => {
    const { operator, line, within } = openBooks();
    const { event } = line(1, 100n, 0n);
    const amount = money(100n, EUR);
    const entries = [{ account: { kind: "receivable", owner: operator }, amount }] as const;
    await expect(within((scope) => post(scope, [{ event, description: "", entries }]))).rejects.toThrow();
    expect(await within(readTrialBalance)).toEqual([]);
  });

  test("entries cannot be changed or taken away", async () => {
    const { line, within } = openBooks();
    await within((scope) => post(scope, [line(1, 100n, 0n)]));
    for (const statement of [
      "update app.ledger_entry set amount = 0",
      "delete from app.ledger_transaction",
    ]) {
      await expect(within(({ db }) => db.execute(statement))).rejects.toThrow();
      await expect(server.owner.query(statement)).rejects.toThrow("append-only");
    }
  });
});

describe("the books of random stories", () => {
  test("are proved, and each account's entries end in its balance", async () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const step = fc.record({
      net: amount,
      tax: amount,
      paid: fc.bigInt({ min: 1n, max: 10n ** 15n }),
      currency: fc.constantFrom(EUR, USD),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { operator, line, within } = openBooks();
        for (const [index, { net, tax, paid, currency }] of steps.entries()) {
          const payment = `pay_${index}` as Id<"payment">;
          const received = paymentReceived({
            payment,
            description: "",
            operator,
            customer,
            amount: money(paid, currency),
          });
          await within((scope) => post(scope, [line(index, net, tax, currency), received]));
        }
        const proofs = await within(proveBooks);
        expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
        const trial = await within(readTrialBalance);
        for (const currency of [EUR, USD]) {
          const balances = trial
            .filter((row) => row.currency === currency)
            .map(({ balance }) => balance.minor);
          expect(balances.reduce((total, each) => total + each, 0n)).toBe(0n);
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe("reading the books", () => {
  test("shows accounts by owner, entries with the balance after each, and a transaction whole", async () => {
    const { operator, line, within } = openBooks();
    await within((scope) => post(scope, [line(1, 100n, 20n), line(2, 50n, 10n)]));
    await server.owner.query(
      `insert into app.party (operator_id, id, path, name, kind, status, country, time_zone, currency,
         disclosed, created_at)
       values ($1, $1, '/', 'Meridian', 'operator', 'active', 'DE', 'Europe/Berlin', 'EUR', true, $2),
              ($1, $3, '/orchard/', 'Orchard Foods', 'customer', 'active', 'DE', 'Europe/Berlin', 'EUR',
                false, $2)`,
      [operator, now, customer],
    );
    const list = { q: "orchard", sort: "balance", dir: "desc", page: 1, size: 50, filters: {} } as const;
    const accounts = await within((scope) => listAccounts(scope, list));
    expect(accounts).toMatchObject({
      total: 1,
      rows: [{ account: "receivable", owner: "Orchard Foods", entries: 2 }],
    });
    const ref = { account: "receivable", ownerId: customer, currency: EUR } as const;
    const entries = await within((scope) => listEntries(scope, { ...list, ...ref, q: "", sort: "bookedAt" }));
    expect(entries.rows.map(({ amount, balance }) => [amount.minor, balance.minor])).toEqual([
      [60n, 180n],
      [120n, 120n],
    ]);
    const whole = await within((scope) => readTransaction(scope, { event: "invoice.issued:iln_1" }));
    expect(whole.entries.map(({ account, amount }) => [account, amount.minor])).toEqual([
      ["receivable", 120n],
      ["tax_payable", -20n],
      ["clearing", -100n],
    ]);
  });
});
