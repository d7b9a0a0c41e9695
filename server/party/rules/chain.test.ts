import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PartyId } from "@/server/core/ids";
import { type ChainStep, planLegs, sellerOfRecord, titleHolders } from "./chain";
import type { EdgeModel } from "./vocabulary";

describe("the legs of a chain", () => {
  test.each([
    // the partners with their edges, and the legs: a sale seller>buyer, a share payer%payee/its sale
    ["", "supplier>op op>customer"],
    ["a:buy_sell", "supplier>op op>a a>customer"],
    ["a:commission", "supplier>op op%a/2 op>customer"],
    ["a:agent", "supplier>op op%a/2 op>customer"],
    ["a:buy_sell b:buy_sell c:commission", "supplier>op op>a a>b b%c/4 b>customer"],
    ["a:commission b:buy_sell c:commission", "supplier>op op%a/2 op>b b%c/4 b>customer"],
    ["a:commission b:agent", "supplier>op op%a/3 a%b/3 op>customer"],
    ["a:commission b:buy_sell", "supplier>op op%a/2 op>b b>customer"],
  ])("%s", (partners, legs) => {
    expect(shown(partners)).toBe(legs);
  });

  test("name the agreement of a share by its step", () => {
    const shares = planLegs(chain("a:buy_sell b:commission"), "supplier" as PartyId).filter(
      ({ kind }) => kind === "share",
    );
    expect(shares).toMatchObject([{ number: 2, step: 1, sellerId: "a", buyerId: "customer" }]);
  });
});

describe("title", () => {
  test.each([
    ["a:buy_sell b:buy_sell c:commission", "op a b", "b"],
    ["a:commission b:buy_sell c:commission", "op b", "b"],
    ["a:commission b:agent", "op", "op"],
  ])("along %s is held by %s", (partners, holders, seller) => {
    expect(titleHolders(chain(partners)).join(" ")).toBe(holders);
    expect(sellerOfRecord(chain(partners))).toBe(seller);
  });
});

describe("whatever the chain", () => {
  const anyChain = fc
    .array(fc.constantFrom<EdgeModel>("buy_sell", "commission", "agent"), { maxLength: 6 })
    .map((models) => chain(models.map((model, index) => `p${index}:${model}`).join(" ")));

  test("the sales lead without a gap from the supplier to the customer", () => {
    fc.assert(
      fc.property(anyChain, (steps) => {
        const sales = planLegs(steps, "supplier" as PartyId).filter(({ kind }) => kind === "sale");
        expect(sales[0]).toMatchObject({ sellerId: "supplier", buyerId: "op", number: 0 });
        expect(sales.at(-1)).toMatchObject({ buyerId: "customer", number: steps.length });
        sales.slice(1).forEach((sale, index) => {
          expect(sale.sellerId).toBe(sales[index]?.buyerId);
        });
      }),
    );
  });

  test("there is one leg a step and one for the supplier, numbered down the chain", () => {
    fc.assert(
      fc.property(anyChain, (steps) => {
        const legs = planLegs(steps, "supplier" as PartyId);
        expect(legs.map(({ number }) => number)).toEqual([...Array(steps.length + 1).keys()]);
      }),
    );
  });

  test("a share is of the next sale below it, by that sale's seller and buyer", () => {
    fc.assert(
      fc.property(anyChain, (steps) => {
        const legs = planLegs(steps, "supplier" as PartyId);
        for (const leg of legs) {
          if (leg.kind === "sale") continue;
          const base = legs.slice(leg.number + 1).find(({ kind }) => kind === "sale");
          expect(leg.basedOn).toBe(base?.number);
          expect([leg.sellerId, leg.buyerId]).toEqual([base?.sellerId, base?.buyerId]);
        }
      }),
    );
  });
});

describe("a chain that is none is a defect", () => {
  test.each([
    ["it has no customer", []],
    ["it has a gap", [step("op", "a"), step("b", "customer")]],
    ["it runs in a circle", [step("op", "a"), step("a", "op"), step("op", "customer")]],
  ])("because %s", (_why, steps) => {
    expect(() => titleHolders(steps)).toThrow("Broken invariant");
  });
});

function chain(partners: string): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  for (const [childId = "", model] of partners
    .split(" ")
    .filter(Boolean)
    .map((each) => each.split(":"))) {
    steps.push(step(steps.at(-1)?.childId ?? "op", childId, model as EdgeModel));
  }
  return [...steps, step(steps.at(-1)?.childId ?? "op", "customer")];
}

function step(parentId: string, childId: string, model: EdgeModel = "buy_sell"): ChainStep {
  return { parentId, childId, model };
}

function shown(partners: string): string {
  return planLegs(chain(partners), "supplier" as PartyId)
    .map((leg) => {
      if (leg.kind === "sale") return `${leg.sellerId}>${leg.buyerId}`;
      return `${leg.payerId}%${leg.payeeId}/${leg.basedOn}`;
    })
    .join(" ");
}
