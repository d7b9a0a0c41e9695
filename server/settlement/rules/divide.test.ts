import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PartyId } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { money, negate, sum } from "@/server/core/money/money";
import { reverse } from "@/server/core/money/reversal";
import { split } from "@/server/core/money/split";
import { prorate } from "@/server/core/proration";
import { divide } from "./divide";
import type { LegFacts, LineFacts, Part } from "./line";
import type { FeeTerms, LegSelector, RuleBody } from "./vocabulary";

const eur = (minor: bigint) => money(minor, EUR);
const cloudbay = "cloudbay" as PartyId;
const chain: RuleBody = { mode: "chain", fee: null };

type Discount = { readonly amount: bigint; readonly bearer: string };

function sale(number: number, seller: string, buyer: string, amount: bigint, discount?: Discount): LegFacts {
  return {
    number,
    kind: "sale",
    sellerId: seller as PartyId,
    buyerId: buyer as PartyId,
    payerId: null,
    payeeId: null,
    shareRate: null,
    agreementVersionId: null,
    amount: eur(amount),
    discount: eur(discount?.amount ?? 0n),
    discountBearerId: (discount?.bearer ?? null) as PartyId | null,
  };
}

function share(below: LegFacts, number: number, payer: string, payee: string, rate: bigint): LegFacts {
  return {
    ...below,
    number,
    kind: "share",
    payerId: payer as PartyId,
    payeeId: payee as PartyId,
    shareRate: rate,
  };
}

function line(legs: readonly LegFacts[], roles: readonly (readonly [LegSelector, string])[] = []): LineFacts {
  const net = legs.filter(({ kind }) => kind === "sale").at(-1)?.amount ?? eur(0n);
  return { net, legs, roles: new Map(roles.map(([role, party]) => [role, party as PartyId])) };
}

function earned(parts: readonly Part[]): Record<string, bigint> {
  const all: Record<string, bigint> = {};
  for (const { partyId, amount } of parts) all[partyId] = (all[partyId] ?? 0n) + amount.minor;
  return all;
}

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
const feeBefore: FeeTerms = { rate: "30000", timing: "before_split", partyId: cloudbay };
const feeAfter: FeeTerms = { ...feeBefore, timing: "after_split" };
const discounted = sale(1, "O", "C", 9000n, { amount: 1000n, bearer: "O" });
const supported = sale(2, "R", "C", 9000n, { amount: 1000n, bearer: "O" });

describe("a line is divided by the prices of its chain", () => {
  test.each([
    //                                          legs                                          fee        each party's part
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

const roles = [
  ["supplier", "S"],
  ["operator", "O"],
  ["distributor", "D"],
  ["reseller", "R"],
  ["sub_reseller", "U"],
] as const;
const four = [
  ["supplier", 625_000],
  ["distributor", 125_000],
  ["reseller", 200_000],
  ["sub_reseller", 50_000],
] as const;
const waterfall = (
  legs: readonly (readonly [LegSelector, number])[],
  fee: FeeTerms | null = null,
): RuleBody => ({
  mode: "waterfall",
  fee,
  legs: legs.map(([selector, rate]) => ({ selector, rate: rate.toString() })),
});

describe("a line is divided by a waterfall", () => {
  const simple = [
    ["supplier", 700_000],
    ["operator", 300_000],
  ] as const;
  const annual = [sale(0, "S", "O", 0n), sale(1, "O", "C", 120_000n)];
  test.each([
    //                                        legs                                        rule                        each party's part
    [
      "T1: to the largest remainder",
      [sale(0, "S", "O", 0n), sale(1, "O", "C", 7n)],
      waterfall([
        ["supplier", 600_000],
        ["operator", 300_000],
        ["reseller", 100_000],
      ]),
      { S: 4n, O: 2n, R: 1n },
    ],
    [
      "T12: the operator bears the discount",
      [sale(0, "S", "O", 0n), discounted],
      waterfall(simple),
      { S: 7000n, O: 2000n },
    ],
    [
      "T3: a fee goes first",
      annual,
      waterfall(four, feeBefore),
      { S: 72_750n, D: 14_550n, R: 23_280n, U: 5820n, cloudbay: 3600n },
    ],
    [
      "a fee after the split, from each leg",
      annual,
      waterfall(four, feeAfter),
      { S: 72_750n, D: 14_550n, R: 23_280n, U: 5820n, cloudbay: 3600n },
    ],
  ] as const)("%s", (_name, legs, rule, parts) => {
    expect(earned(divide(line(legs, roles), rule))).toEqual(parts);
  });

  test("a tier that the deal lacks gives its part to the one above", () => {
    const short = line(
      annual,
      roles.filter(([role]) => role !== "sub_reseller" && role !== "reseller"),
    );
    expect(earned(divide(short, waterfall(four)))).toEqual({ S: 75_000n, D: 45_000n });
  });

  test("T3: a churn gives back in bounds, with or without the fee", () => {
    const parts = divide(line(annual, roles), waterfall(four, feeBefore));
    const paid = parts.filter(({ kind }) => kind !== "fee").map(({ amount }) => amount);
    const unused = prorate(eur(120_000n), 245, 365);
    expect(unused.minor).toBe(80_548n);
    const [fee, rest] = split(unused, [3600n, 116_400n]);
    expect(fee?.minor).toBe(2416n);
    expect(reverse(rest ?? eur(0n), paid, paid).map(({ minor }) => minor)).toEqual([
      48_833n,
      9766n,
      15_626n,
      3907n,
    ]);
    expect(reverse(unused, paid, paid).map(({ minor }) => minor)).toEqual([50_343n, 10_068n, 16_110n, 4027n]);
  });

  test("that does not promise the whole is a defect", () => {
    expect(() => divide(line(annual, roles), waterfall([["supplier", 700_000]]))).toThrow("Broken invariant");
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
