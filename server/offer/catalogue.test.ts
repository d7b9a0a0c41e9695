import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { addItem, addMeter, addProduct, changeItem } from "./catalogue";

const now = new Date("2026-04-01T08:00:00Z");

let world: TestDatabase;
let deal: Deal;
beforeAll(async () => {
  world = await openTestDatabase();
  deal = await openDeal(world.database, now);
});
afterAll(() => world.close());

describe("a catalogue", () => {
  test("takes a product, a meter and an item once, however often they are added", async () => {
    const { people, parties } = deal;
    await deal.as(people.catalogue, async (scope) => {
      const product = { supplierId: parties.nimbus, name: "Nimbus Backup", family: "backup" };
      const productId = await addProduct(scope, product);
      expect(await addProduct(scope, product)).toBe(productId);
      const meter = { key: "backup", name: "Backup", unit: "GB" };
      expect(await addMeter(scope, meter)).toBe(await addMeter(scope, meter));
      await expect(addMeter(scope, { ...meter, unit: "TB" })).rejects.toMatchObject({ code: "CONFLICT" });
      const item = { ...backup, productId };
      expect(await addItem(scope, item)).toBe(await addItem(scope, item));
      await expect(addItem(scope, { ...item, name: "Else" })).rejects.toMatchObject({ code: "CONFLICT" });
    });
  });

  test("refuses usage without a meter, and a product of somebody who supplies nothing", async () => {
    const { people, parties } = deal;
    await deal.as(people.catalogue, async (scope) => {
      const productId = await addProduct(scope, { supplierId: parties.nimbus, name: "N", family: "n" });
      const measured = addItem(scope, { ...backup, sku: "X", productId, charge: "usage" });
      await expect(measured).rejects.toThrow("needs a meter");
      const sold = addProduct(scope, { supplierId: parties.alpine, name: "A", family: "a" });
      await expect(sold).rejects.toThrow("Alpine Distribution is no supplier");
    });
  });

  test("is read by partners and changed by the operator's people alone", async () => {
    const change = deal.as(deal.people.creekSales, (scope) =>
      changeItem(scope, { itemId: deal.items.seats, taxClass: null, recipe: null }),
    );
    await expect(change).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

const backup = {
  ...{ sku: "BACKUP", name: "Backup", unit: "site", charge: "recurring" as const, meterId: null },
  ...{ taxClass: "standard", recipe: { kind: "manual" as const, title: "Back up", hours: 1, after: [] } },
};
