import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { price, priceList, priceVersion } from "@/db/schema/offer";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Id } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { readChain } from "@/server/party/chain";
import { activatePriceVersion, withdrawPriceVersion } from "./price-activate";
import { draftPriceVersion, openPriceList, removePrice, setPrice } from "./price-list";
import { readPricesOf, readPriceVersions } from "./price-read";
import { findPrices, readPrices } from "./prices";

const now = new Date("2026-04-01T08:00:00Z");
const may = new Date("2026-04-30T22:00:00Z");
const june = new Date("2026-05-31T22:00:00Z");

let world: TestDatabase;
let deal: Deal;
beforeAll(async () => {
  world = await openTestDatabase();
  deal = await openDeal(world.database, now);
});
afterAll(() => world.close());

describe("a price list", () => {
  test("is one a route and currency", async () => {
    const { people, parties } = deal;
    await deal.as(people.catalogue, async (scope) => {
      const route = { audience: "wholesale", sellerId: parties.meridian, readerId: parties.alpine } as const;
      const open = (name: string) => openPriceList(scope, { ...route, name, currency: EUR });
      expect(await open("Alpine, wholesale")).toBe(deal.lists.alpine.listId);
      await expect(open("Another")).rejects.toThrow("“Alpine, wholesale” already holds these prices in EUR.");
    });
  });

  test.each([
    ["cost", "nimbus", "alpine", "between a supplier and the operator"],
    ["wholesale", "alpine", null, "name the one it is for"],
    ["retail", "nimbus", null, "does not sell on"],
  ] as const)("for %s of %s to %s is refused", async (audience, seller, reader, sentence) => {
    const { people, parties } = deal;
    const opened = { audience, sellerId: parties[seller], readerId: reader && parties[reader] };
    const open = deal.as(people.catalogue, (scope) =>
      openPriceList(scope, { ...opened, name: "Odd", currency: EUR }),
    );
    await expect(open).rejects.toThrow(sentence);
  });

  test("is seen by its seller, its reader and the operator, and by nobody else", async () => {
    const { people } = deal;
    const names = async (who: keyof typeof people) => {
      const rows = await deal.as(people[who], ({ db }) => db.select().from(priceList));
      return rows.map(({ name }) => name).sort();
    };
    expect(await names("alpineOwner")).toEqual([
      "Alpine, retail",
      "Alpine, wholesale",
      "Blue Harbor, wholesale",
    ]);
    expect(await names("creekSales")).toEqual(["Blue Harbor, retail for Little Creek"]);
    expect(await names("northgateOwner")).toEqual([]);
    expect(await names("nimbusDesk")).toEqual(["Nimbus, cost", "Nimbus, cost (USD)"]);
    expect(await names("catalogue")).toHaveLength(16);
  });

  test("shows its prices to the same", async () => {
    const { people } = deal;
    const count = (who: keyof typeof people) => deal.as(people[who], ({ db }) => db.$count(price));
    expect([await count("creekSales"), await count("northgateOwner"), await count("nimbusDesk")]).toEqual([
      6, 0, 4,
    ]);
  });
});

describe("a version of a price list", () => {
  test("starts from the newest prices, one draft at a time, and ends the one before it", async () => {
    const { listId, versionId: first } = deal.lists.alpine;
    const { seats, setup } = deal.items;
    await deal.as(deal.people.catalogue, async (scope) => {
      const second = await draftPriceVersion(scope, { priceListId: listId });
      expect(await draftPriceVersion(scope, { priceListId: listId })).toBe(second);
      await setPrice(scope, {
        versionId: second,
        itemId: seats,
        model: "per_unit",
        unitPrice: "4.30",
        tiers: null,
      });
      await removePrice(scope, { versionId: second, itemId: setup });
      expect(await readPricesOf(scope, second)).toHaveLength(5);
      await activatePriceVersion(scope, { id: second, from: june });
      const third = await draftPriceVersion(scope, { priceListId: listId });
      await activatePriceVersion(scope, { id: third, from: may });
      expect(await times(listId)).toEqual([
        [3, "scheduled", may, june],
        [2, "scheduled", june, null],
        [1, "active", now, may],
      ]);
      const clash = activatePriceVersion(scope, { id: third, from: may });
      await expect(clash).rejects.toMatchObject({ code: "CONFLICT" });
      await withdrawPriceVersion(scope, { id: third });
      expect(await times(listId)).toEqual([
        [3, "draft", null, null],
        [2, "scheduled", june, null],
        [1, "active", now, june],
      ]);
      expect(first).not.toBe(second);

      async function times(id: Id<"priceList">) {
        const rows = await readPriceVersions(scope, id);
        return rows.map(({ number, status, validFrom, validTo }) => [number, status, validFrom, validTo]);
      }
    });
  });

  test("takes effect today or later, and with at least one price", async () => {
    const { parties, people, items } = deal;
    await deal.as(people.catalogue, async (scope) => {
      const route = { audience: "retail", sellerId: parties.northgate, readerId: null } as const;
      const priceListId = await openPriceList(scope, { ...route, name: "Northgate", currency: EUR });
      const id = await draftPriceVersion(scope, { priceListId });
      await expect(activatePriceVersion(scope, { id })).rejects.toThrow(
        "There is no price in this version yet",
      );
      await setPrice(scope, {
        versionId: id,
        itemId: items.seats,
        model: "flat",
        unitPrice: "1",
        tiers: null,
      });
      const past = activatePriceVersion(scope, { id, from: new Date("2026-03-31T21:00:00Z") });
      await expect(past).rejects.toThrow("Prices take effect today or later");
      await activatePriceVersion(scope, { id, from: new Date("2026-03-31T22:00:00Z") });
      const again = setPrice(scope, {
        versionId: id,
        itemId: items.seats,
        model: "flat",
        unitPrice: "2",
        tiers: null,
      });
      await expect(again).rejects.toThrow("Begin a new version.");
    });
  });

  test("takes only the supplier's own items when it is a cost list", async () => {
    await deal.as(deal.people.catalogue, async (scope) => {
      const versionId = await draftPriceVersion(scope, { priceListId: deal.lists.cloudCost.listId });
      const set = setPrice(scope, {
        ...{ versionId, itemId: deal.items.seats, model: "per_unit", unitPrice: "1", tiers: null },
      });
      await expect(set).rejects.toThrow("comes from another supplier");
    });
  });

  test("that is in force cannot be changed by a statement that forgot to ask", async () => {
    const { versionId } = deal.lists.harbor;
    const attempt = (work: Parameters<Deal["run"]>[0]) =>
      deal.run(work).then(
        () => "it was changed",
        (error: { cause?: Error }) => error.cause?.message,
      );
    const changed = ({ db }: Parameters<Parameters<Deal["run"]>[0]>[0]) =>
      db.update(price).set({ unitPrice: "1" }).where(eq(price.priceVersionId, versionId));
    expect(await attempt(changed)).toContain("prices change in a draft alone");
    expect(await attempt(({ db }) => db.delete(price).where(eq(price.priceVersionId, versionId)))).toContain(
      "prices change in a draft alone",
    );
    expect(
      await attempt(({ db }) =>
        db.update(priceVersion).set({ validFrom: may }).where(eq(priceVersion.id, versionId)),
      ),
    ).toContain("keeps its beginning");
    expect(
      await attempt(({ db }) => db.delete(priceVersion).where(eq(priceVersion.id, versionId))),
    ).toContain("cannot be changed");
  });

  test("never shares an instant with another of its list", async () => {
    const { listId } = deal.lists.retail;
    const overlapping = deal.run(async ({ db, actor }) => {
      const row = {
        operatorId: actor.operator,
        priceListId: listId,
        status: "active" as const,
        validFrom: may,
      };
      const parties = { sellerId: deal.parties.harbor, readerId: null };
      const id = "prv_overlap" as Id<"priceVersion">;
      await db.insert(priceVersion).values({ ...row, ...parties, id, number: 9, createdAt: now });
    });
    await expect(overlapping).rejects.toMatchObject({
      cause: { message: expect.stringContaining("price_version_validity") },
    });
  });
});

describe("the prices of a chain", () => {
  const ask = (at: Date) =>
    deal.as(deal.people.creekSales, async (scope) => {
      const { creek, orchard } = deal.parties;
      const chain = await readChain(scope, { partnerId: creek, customerId: orchard, family: "branch", at });
      return findPrices(scope, { chain, itemIds: [deal.items.seats], at });
    });

  test("are those in force at the time", async () => {
    const unitPrices = async (at: Date) => {
      const { items } = await ask(at);
      return [...(items.get(deal.items.seats)?.sales.values() ?? [])].map((sale) => sale.price.unitPrice);
    };
    expect(await unitPrices(now)).toEqual(["3.2", "4.1", "4.65", "6.4"]);
    expect(await unitPrices(june)).toEqual(["3.2", "4.3", "4.65", "6.4"]);
  });

  test("that are missing are refused without saying whose", async () => {
    const { creek, orchard } = deal.parties;
    const early = deal.as(deal.people.creekSales, async (scope) => {
      const chain = await readChain(scope, {
        partnerId: creek,
        customerId: orchard,
        family: "branch",
        at: now,
      });
      return readPrices(scope, { chain, itemIds: [deal.items.seats], at: new Date("2026-03-01T00:00:00Z") });
    });
    await expect(early).rejects.toThrow(
      "“Security seat” cannot be sold on this route yet: a price in EUR is missing.",
    );
  });
});
