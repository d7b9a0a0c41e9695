import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Id, PartyId } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import { split } from "@/server/core/money/split";
import { expectFlow } from "./flows";
import { credit, debit, type Transaction, transaction } from "./posting";
import { reversal } from "./reversal";
import { invoiceIssued } from "./templates/invoice-issued";
import { lineDivided } from "./templates/line-divided";
import { paymentReceived } from "./templates/payment-received";
import { payoutPaid } from "./templates/payout-paid";
import { shareReleased } from "./templates/share-released";

const operator = "opr_meridian" as string as PartyId;
const customer = "pty_orchard" as PartyId;
const partners = [
  "pty_nimbus",
  "pty_alpine",
  "pty_harbor",
  "pty_creek",
] as readonly string[] as readonly PartyId[];
const invoiceLine = "iln_1" as Id<"invoiceLine">;
const settlementLine = "stl_1" as Id<"settlementLine">;
const payment = "pay_1" as Id<"payment">;
const payout = "pyt_1" as Id<"payout">;
const euros = (minor: bigint) => money(minor, EUR);

const issued = (net: bigint, tax: bigint) =>
  invoiceIssued({ invoiceLine, description: "Line", operator, customer, net: euros(net), tax: euros(tax) });
const divided = (net: bigint, weights: readonly bigint[]) => {
  const parts = split(euros(net), weights).map((amount, index) => ({
    party: partners[index] ?? operator,
    amount,
  }));
  return lineDivided({ invoiceLine, description: "Line", operator, net: euros(net), parts });
};
const received = (amount: bigint) =>
  paymentReceived({ payment, description: "INV-1", operator, customer, amount: euros(amount) });
const released = (party: PartyId, amount: bigint) =>
  shareReleased({ settlementLine, payment, description: "Line", party, amount: euros(amount) });
const paid = (party: PartyId, gross: bigint, withheld: bigint) =>
  payoutPaid({
    payout,
    description: "July",
    operator,
    party,
    gross: euros(gross),
    withheld: euros(withheld),
  });

describe("a template", () => {
  test.each([
    [
      "issues a line with its tax",
      issued(10_000n, 1_900n),
      ["receivable 11900", "tax_payable -1900", "clearing -10000"],
    ],
    ["issues a line without tax", issued(10_000n, 0n), ["receivable 10000", "clearing -10000"]],
    [
      "issues a credit line the other way",
      issued(-500n, -95n),
      ["receivable -595", "tax_payable 95", "clearing 500"],
    ],
    ["leaves out what moves nothing", issued(0n, 0n), []],
    [
      "divides a line",
      divided(7n, [60n, 30n, 10n]),
      ["clearing 7", "accrued -4", "accrued -2", "accrued -1"],
    ],
    ["receives a payment", received(11_900n), ["cash 11900", "receivable -11900"]],
    ["releases a share", released(operator, 20n), ["accrued 20", "payable -20"]],
    [
      "pays out less the tax withheld",
      paid(operator, 6_593n, 659n),
      ["payable 6593", "cash -5934", "withheld_tax -659"],
    ],
  ] as const)("%s", (_name, { entries }, expected) => {
    expect(entries.map(({ account, amount }) => `${account.kind} ${amount.minor}`)).toEqual(expected);
  });

  test("refuses parts that do not make the net", () => {
    const parts = [{ party: operator, amount: euros(9n) }];
    const made = () => lineDivided({ invoiceLine, description: "Line", operator, net: euros(10n), parts });
    expect(made).toThrow("debits equal credits");
  });
});

describe("the flows", () => {
  const entries = [
    debit({ kind: "cash", owner: operator }, euros(5n)),
    credit({ kind: "payable", owner: operator }, euros(5n)),
  ];

  test.each([
    [
      "refuse accounts that the event does not join",
      transaction("payment.received:pay_1", "", entries),
      "does not touch payable",
    ],
    ["refuse an event they do not know", transaction("gift.made:1", "", entries), "know what"],
    ["refuse a payment that takes money from the bank", received(-5n), "one way"],
    ["refuse a payout that brings money to the bank", paid(operator, -5n, 0n), "one way"],
  ] as const)("%s", (_name, wrong, message) => {
    expect(() => expectFlow(wrong)).toThrow(message);
  });

  test("let a reversal run back", () => {
    expect(() => expectFlow(reversal(received(5n)))).not.toThrow();
    expect(() => expectFlow({ ...received(5n), event: reversal(received(5n)).event })).toThrow("one way");
  });
});

describe("a story of any length", () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
  const step = fc.oneof(
    fc
      .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), amount)
      .map(([net, tax]) => issued(net, tax)),
    fc
      .tuple(
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.array(amount, { minLength: 1, maxLength: 4 }),
      )
      .map(([net, weights]) => divided(net, weights)),
    amount.map(received),
    fc.tuple(fc.constantFrom(...partners), amount).map(([party, minor]) => released(party, minor)),
    fc.tuple(fc.constantFrom(...partners), amount).map(([party, gross]) => paid(party, gross, gross / 10n)),
  );
  const story = fc.array(fc.tuple(step, fc.boolean()), { maxLength: 40 });

  test("keeps the books balanced after every step, and undoing all of it leaves every account empty", () => {
    fc.assert(
      fc.property(story, (steps) => {
        const books = new Map<string, bigint>();
        for (const [made, undone] of steps) {
          apply(books, made);
          if (undone) apply(books, reversal(made));
          expect([...books.values()].reduce((total, each) => total + each, 0n)).toBe(0n);
        }
        for (const [made, undone] of steps) if (!undone) apply(books, reversal(made));
        expect([...books.values()].every((balance) => balance === 0n)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  function apply(books: Map<string, bigint>, made: Transaction): void {
    expectFlow(made);
    for (const { account, amount } of made.entries) {
      const name = `${account.kind} ${account.owner}`;
      books.set(name, (books.get(name) ?? 0n) + amount.minor);
    }
  }
});
