import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "@/server/core/decimal";
import type { PartyId } from "@/server/core/ids";
import { EUR, USD } from "@/server/core/money/currency";
import { add, type Money, money, subtract, sum } from "@/server/core/money/money";
import type { ChainStep } from "@/server/party/rules/chain";
import type { EdgeModel } from "@/server/party/rules/vocabulary";
import type { Discount } from "./discount";
import { priceLegs, type QuotedLeg, type SalePrice, type ShareTerms, shareAmount } from "./legs";
import { discountAmount, positionOf } from "./position";
import { mayKnowLeg } from "./sight";

const operator = "operator" as PartyId;
const supplier = "supplier" as PartyId;
const percent = (rate: number) => BigInt(rate) * 10_000n;

/** An edge to a party, with the price it buys at, or the rate it earns. */
type Tier = readonly [child: string, model: EdgeModel, price: string, rate?: number];

const demo = [
  ["alpine", "buy_sell", "75"],
  ["blue", "buy_sell", "85"],
  ["creek", "commission", "", 10],
] as const;

describe("the legs of a line and what they leave each party (F-7)", () => {
  test.each([
    // chain: child, model, price or commission in %; cost; customer; margins, from the operator down
    [
      "T6: everybody buys and resells",
      [
        ["distributor", "buy_sell", "75"],
        ["reseller", "buy_sell", "85"],
      ],
      "60",
      "100",
      { operator: "15.00", distributor: "10.00", reseller: "15.00" },
    ],
    [
      "T11: commission and buy-sell in turn",
      [
        ["distributor", "commission", "", 5],
        ["reseller", "buy_sell", "80"],
        ["sub", "commission", "", 10],
      ],
      "60",
      "100",
      { operator: "16.00", distributor: "4.00", reseller: "10.00", sub: "10.00" },
    ],
    [
      "the demo's chain: a sub-reseller on commission",
      demo,
      "60",
      "100",
      { operator: "15.00", alpine: "10.00", blue: "5.00", creek: "10.00" },
    ],
    ["an agent alone", [["agent", "agent", "", 20]], "60", "100", { operator: "20.00", agent: "20.00" }],
    [
      "commission on commission: the payer need hold no title",
      [
        ["first", "commission", "", 10],
        ["second", "commission", "", 5],
      ],
      "60",
      "100",
      { operator: "30.00", first: "5.00", second: "5.00" },
    ],
    ["the operator sells itself", [], "60", "100", { operator: "40.00" }],
    [
      "sold below cost",
      [["distributor", "buy_sell", "75"]],
      "80",
      "70",
      { operator: "-5.00", distributor: "-5.00" },
    ],
  ] as const)("%s", (_name, tiers, cost, customer, margins) => {
    const legs = line(tiers, cost, customer);
    expect(Object.fromEntries(partiesOf(tiers).map((party) => [party, text(margin(party, legs))]))).toEqual(
      margins,
    );
    expect(marginSum(tiers, legs)).toEqual(spread(legs));
  });

  test("number from the supplier down, and a share repeats the sale it is based on", () => {
    const legs = line(demo, "60", "100");
    expect(
      legs.map(({ number, kind, sellerId, buyerId, payerId, payeeId, amount }) =>
        [number, kind, sellerId, buyerId, payerId, payeeId, text(amount)].join(" "),
      ),
    ).toEqual([
      "0 sale supplier operator   60.00",
      "1 sale operator alpine   75.00",
      "2 sale alpine blue   85.00",
      "3 share blue customer blue creek 100.00",
      "4 sale blue customer   100.00",
    ]);
  });
});

describe("a discount comes off the customer's price alone", () => {
  test.each([
    //                              bearer      margins: operator, alpine, blue, creek
    ["borne by the seller", "blue", ["15.00", "10.00", "-4.00", "9.00"]],
    ["borne by the partner", "creek", ["15.00", "10.00", "6.00", "-1.00"]],
    ["borne by the operator", "operator", ["5.00", "10.00", "6.00", "9.00"]],
  ] as const)("%s", (_name, bearer, margins) => {
    const legs = line(demo, "60", "100", { rate: percent(10), bearerId: bearer as PartyId });
    expect(["operator", "alpine", "blue", "creek"].map((party) => text(margin(party, legs)))).toEqual(
      margins,
    );
    expect(legs.map((leg) => text(discountAmount(leg)))).toEqual(["0.00", "0.00", "0.00", "10.00", "10.00"]);
  });

  test.each([
    //                            price      rate in ppm   charged
    ["rounds once, up at half", "10.05", 500_000n, "5.03"],
    ["after the exact price", "0.005", 500_000n, "0.00"],
    ["of everything", "100", 1_000_000n, "0.00"],
    ["of nothing", "100", 0n, "100.00"],
    ["of a sub-cent price", "0.0149", 1n, "0.01"],
  ] as const)("%s", (_name, price, rate, charged) => {
    const legs = line([], "0", price, { rate, bearerId: operator });
    expect(text(legs.at(-1)?.amount)).toBe(charged);
  });
});

describe("whatever the chain, the prices and the discount", () => {
  test("margins add up to customer's price less cost, and each party can work out its own", () => {
    fc.assert(
      fc.property(anyDeal(), ({ tiers, cost, customer, rate, bearer }) => {
        const parties = partiesOf(tiers);
        const bearerId = [parties.at(-1), seller(tiers), "operator"][bearer] as PartyId;
        const legs = line(tiers, cost, customer, rate === 0n ? null : { rate, bearerId });
        expect(marginSum(tiers, legs)).toEqual(spread(legs));
        for (const party of parties.slice(1)) {
          const known = legs.filter((leg) =>
            mayKnowLeg({ partyId: party as PartyId, isOperator: false }, leg),
          );
          expect(margin(party, known)).toEqual(margin(party, legs));
        }
      }),
    );
  });

  test("nobody but the operator knows a leg it has no part in", () => {
    fc.assert(
      fc.property(anyDeal(), ({ tiers, cost, customer }) => {
        for (const leg of line(tiers, cost, customer)) {
          for (const party of partiesOf(tiers)) {
            const parties = leg.kind === "sale" ? [leg.sellerId, leg.buyerId] : [leg.payerId, leg.payeeId];
            const knows = mayKnowLeg({ partyId: party as PartyId, isOperator: false }, leg);
            expect(knows).toBe(parties.includes(party as PartyId));
          }
        }
      }),
    );
  });
});

test("prices in two currencies make no margin, so they make no quote", () => {
  expect(() => line([["distributor", "buy_sell", "75"]], "60", "100", null, USD)).toThrow(
    "not all in one currency",
  );
});

function line(
  tiers: readonly Tier[],
  cost: string,
  customer: string,
  discount: Discount | null = null,
  customerCurrency = EUR,
): readonly QuotedLeg[] {
  const children = [...tiers, ["customer", "buy_sell", customer] as const];
  const steps: ChainStep[] = children.map(([childId, model], index) => ({
    parentId: children[index - 1]?.[0] ?? operator,
    childId,
    model,
  }));
  const sales = new Map<number, SalePrice>([[0, price(cost)]]);
  const shares = new Map<number, ShareTerms>();
  children.forEach(([childId, model, amount, rate], index) => {
    if (model === "buy_sell")
      sales.set(index + 1, price(amount, childId === "customer" ? customerCurrency : EUR));
    else shares.set(index, { agreementVersionId: `agv_${index}`, rate: percent(rate ?? 0) });
  });
  return priceLegs({ steps, supplierId: supplier, sales, shares, discount });
}

function price(amount: string, currency = EUR): SalePrice {
  const pinned = { model: "per_unit", unitPrice: amount, tiers: null } as const;
  return { priceVersionId: `prv_${amount}`, price: pinned, currency, exact: decimal(amount) };
}

function partiesOf(tiers: readonly Tier[]): readonly string[] {
  return ["operator", ...tiers.map(([child]) => child)];
}

function seller(tiers: readonly Tier[]): string {
  return tiers.findLast(([, model]) => model === "buy_sell")?.[0] ?? "operator";
}

function margin(party: string, legs: readonly QuotedLeg[]): Money {
  return positionOf(party as PartyId, legs, EUR).margin;
}

function marginSum(tiers: readonly Tier[], legs: readonly QuotedLeg[]): Money {
  return sum(
    partiesOf(tiers).map((party) => margin(party, legs)),
    EUR,
  );
}

/** The customer's price less the supplier's cost. */
function spread(legs: readonly QuotedLeg[]): Money {
  return subtract(legs.at(-1)?.amount ?? money(0n, EUR), legs[0]?.amount ?? money(0n, EUR));
}

function text(amount: Money | undefined): string {
  const minor = amount?.minor ?? 0n;
  const cents = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  return `${minor < 0n ? "-" : ""}${cents.slice(0, -2)}.${cents.slice(-2)}`;
}

function anyDeal() {
  const amount = fc
    .bigInt(0n, 10n ** 12n)
    .map((units) => `${units / 10_000n}.${(units % 10_000n).toString().padStart(4, "0")}`);
  const model = fc.constantFrom<EdgeModel>("buy_sell", "commission", "agent");
  const tier = fc.tuple(model, amount, fc.integer({ min: 0, max: 100 }));
  return fc.record({
    tiers: fc
      .array(tier, { maxLength: 5 })
      .map((all) => all.map(([kind, price, rate], index): Tier => [`tier${index}`, kind, price, rate])),
    cost: amount,
    customer: amount,
    rate: fc.bigInt(0n, 1_000_000n),
    bearer: fc.integer({ min: 0, max: 2 }),
  });
}

test("a share is a part of the net, rounded once", () => {
  const legs = line([["agent", "agent", "", 33]], "0", "0.05");
  expect(legs.filter(({ kind }) => kind === "share").map(shareAmount)).toEqual([money(2n, EUR)]);
  expect(add(margin("operator", legs), margin("agent", legs))).toEqual(money(5n, EUR));
});
