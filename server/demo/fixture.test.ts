import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { readPrices } from "@/server/offer/prices";
import { readPublishedOffer } from "@/server/offer/read";
import { readChain } from "@/server/party/chain";
import { planLegs } from "@/server/party/rules/chain";
import { type Deal, openDeal } from "./fixture";

const now = new Date("2026-04-01T08:00:00Z");

let world: TestDatabase;
let deal: Deal;
beforeAll(async () => {
  world = await openTestDatabase();
  deal = await openDeal(world.database, now);
});
afterAll(() => world.close());

describe("the deal that tests start from", () => {
  test("is on sale, seen by a partner", async () => {
    const { people, offer } = deal;
    const seen = await deal.as(people.creekSales, (scope) => readPublishedOffer(scope, offer.offerId));
    expect(seen.components.map(({ sku }) => sku)).toEqual([
      ...["MER-SETUP", "MER-CONN", "NIM-COMPUTE", "NIM-STORE", "CAS-SEAT", "FLD-INSTALL"],
    ]);
  });

  test.each([
    // who quotes, for whom, and who sells to whom down the chain
    ["creek", "orchard", "nimbus>meridian meridian>alpine alpine>harbor harbor%creek harbor>orchard"],
    ["harbor", "tidewater", "nimbus>meridian meridian>alpine alpine>harbor harbor>tidewater"],
    ["redwood", "summit", "nimbus>meridian meridian%northgate meridian>redwood redwood>summit"],
  ] as const)("has a price on every sale from %s to %s", async (partner, customer, legs) => {
    const { parties, items } = deal;
    const nameOf = (id: string) => Object.entries(parties).find(([, each]) => each === id)?.[0];
    const question = {
      partnerId: parties[partner],
      customerId: parties[customer],
      family: "branch",
      at: now,
    };
    await deal.run(async (scope) => {
      const chain = await readChain(scope, question);
      const plan = planLegs(chain.links, parties.nimbus);
      const shown = plan.map((leg) =>
        leg.kind === "sale"
          ? `${nameOf(leg.sellerId)}>${nameOf(leg.buyerId)}`
          : `${nameOf(leg.payerId)}%${nameOf(leg.payeeId)}`,
      );
      expect(shown.join(" ")).toBe(legs);
      const prices = await readPrices(scope, { chain, itemIds: Object.values(items), at: now });
      const sales = plan.filter(({ kind }) => kind === "sale").map(({ number }) => number);
      for (const each of prices.values()) expect([...each.sales.keys()]).toEqual(sales);
    });
  });
});
