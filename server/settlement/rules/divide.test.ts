import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EUR } from "@/server/core/money/currency";
import { negate, sum } from "@/server/core/money/money";
import { divide } from "./divide";
import { earned, eur, feeAfter, feeBefore, line, sale, share } from "./fixtures";
import type { LegFacts } from "./line";
import type { RuleBody } from "./vocabulary";

const chain: RuleBody = { mode: "chain", fee: null };

const t6 = [
  sale(0, "S", "O", 6000n),
  sale(1, "O", "D", 7500n),
  sale(2, "D", "R", 8500n),
  sale(3, "R", "C", 10000n),
];
const t11sale = sale(2, "O", "R", 8000n);
const t11last = sale(4, "R", "C", 10000n);
const t11 = [
  sale(0, "S", "O", 6000n),
  share(t11sale, 1, "O", "D", 50_000n),
  t11sale,
  share(t11last, 3, "R", "U", 100_000n),
  t11last,
];
const supported = sale(2, "R", "C", 9000n, { amount: 1000n, bearer: "O" });

describe("a line is divided by the prices of its chain", () => {
  test.each([
    //                                          legs                                          fee        each
    // party's part
    ["T6: buy-sell all the way", t6, null, { S: 6000n, O: 1500n, D: 1000n, R: 1500n }],
    ["T11: buy-sell and commission mixed", t11, null, { S: 6000n, O: 1600n, D: 400n, R: 1000n, U: 1000n }],
    [
      "a fee lowers margin and the share's base",
      t11,
      feeBefore,
      { S: 6000n, O: 1600n, D: 400n, R: 730n, U: 970n, cloudbay: 300n },
    ],
    ["a fee is carried by everyone", t6, feeAfter, { S: 5820n, O: 1455n, D: 970n, R: 1455n, cloudbay: 300n }],
    [
      "a credit brings the fee back to those it takes from",
      [sale(0, "S", "O", -6000n), sale(1, "O", "C", -10000n)],
      feeAfter,
      { S: -5820n, O: -3880n, cloudbay: -300n },
    ],
    [
      "a discount another bears is made good",
      [sale(0, "S", "O", 6000n), sale(1, "O", "R", 8000n), supported],
      null,
      { S: 6000n, O: 1000n, R: 2000n },
    ],
    [
      "a share of it is of the price before",
      [
        sale(0, "S", "O", 6000n),
        sale(1, "O", "R", 8000n),
        share(supported, 3, "R", "U", 100_000n),
        supported,
      ],
      null,
      { S: 6000n, O: 1000n, R: 1000n, U: 1000n },
    ],
    [
      "a payer without title passes on",
      [
        sale(0, "S", "O", 6000n),
        share(t11sale, 1, "O", "D", 100_000n),
        share(t11sale, 2, "D", "U", 50_000n),
        t11sale,
        sale(4, "R", "C", 10000n),
      ],
      null,
      { S: 6000n, O: 1200n, D: 400n, U: 400n, R: 2000n },
    ],
    [
      "a sale below cost is a negative margin",
      [sale(0, "S", "O", 6000n), sale(1, "O", "C", 5000n)],
      null,
      { S: 6000n, O: -1000n },
    ],
    ["nothing", [sale(0, "S", "O", 0n), sale(1, "O", "C", 0n)], null, { S: 0n, O: 0n }],
  ] as const)("%s", (_name, legs, fee, parts) => {
    expect(earned(divide(line(legs), { ...chain, fee }))).toEqual(parts);
  });
});

describe("whatever the chain, the rates and the prices", () => {
  const anyAmount = fc.bigInt(-(10n ** 9n), 10n ** 12n);
  const anyEdge = fc.record({ amount: anyAmount, rate: fc.bigInt(0n, 1_000_000n), isShare: fc.boolean() });
  const anyFee = fc.constantFrom(null, feeBefore, feeAfter);

  test("parts add up to the net, and margins and shares to price less cost", () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.array(anyEdge, { minLength: 1, maxLength: 8 }),
        anyAmount,
        anyFee,
        (cost, edges, price, fee) => {
          const facts = line(legsOf(cost, edges, price));
          const parts = divide(facts, { ...chain, fee });
          expect(
            sum(
              parts.map(({ amount }) => amount),
              EUR,
            ),
          ).toEqual(facts.net);
          if (fee === null) {
            const tiers = parts.filter(({ kind }) => kind !== "supplier_cost").map(({ amount }) => amount);
            expect(sum([...tiers, negate(eur(price))], EUR).minor).toBe(-cost);
          }
        },
      ),
    );
  });
});

type Edge = { readonly amount: bigint; readonly rate: bigint; readonly isShare: boolean };

/** A chain from the supplier over the edges to the customer; shares repeat the next sale below them. */
function legsOf(cost: bigint, edges: readonly Edge[], price: bigint): readonly LegFacts[] {
  const legs: LegFacts[] = [];
  let buyer = "C";
  let below = price;
  for (let index = edges.length - 1; index >= 0; index -= 1) {
    const { amount, rate, isShare } = edges[index] as Edge;
    const seller = edges.slice(0, index).every((edge) => edge.isShare) ? "T-1" : `T${lastSale(edges, index)}`;
    if (legs.length === 0) legs.unshift(sale(99, isShare ? seller : `T${index}`, buyer, below));
    const base = legs.find(({ kind }) => kind === "sale") as LegFacts;
    if (isShare) {
      legs.unshift(share(base, index, index === 0 ? "T-1" : `T${index - 1}`, `T${index}`, rate));
    } else {
      buyer = `T${index}`;
      below = amount;
      legs.unshift(sale(index, seller, buyer, below));
    }
  }
  return [sale(-1, "S", "T-1", cost), ...legs];
}

function lastSale(edges: readonly Edge[], before: number): number {
  return edges.slice(0, before).findLastIndex((edge) => !edge.isShare);
}
