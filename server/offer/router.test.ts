import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Actor } from "@/server/access/actor";
import { createCallerFactory, router } from "@/server/access/procedures";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { partyRouter } from "@/server/party/router";
import { priceRouter } from "./price-router";
import { offerRouter } from "./router";

const now = new Date("2026-04-01T08:00:00Z");
const list = { q: "", dir: "asc", page: 1, size: 50, filters: {} } as const;

let world: TestDatabase;
let deal: Deal;
beforeAll(async () => {
  world = await openTestDatabase();
  deal = await openDeal(world.database, now);
});
afterAll(() => world.close());

describe("the list of parties", () => {
  test("shows each what stands below them, searched and filtered", async () => {
    const { catalogue, alpineOwner, creekSales } = deal.people;
    const names = async (who: Actor, change: object = {}) => {
      const { rows, total } = await as(who).party.list({ ...list, sort: "path", ...change });
      expect(total).toBe(rows.length);
      return rows.map(({ name }) => name);
    };
    expect(await names(catalogue)).toHaveLength(9);
    expect(await names(alpineOwner)).toEqual(["Blue Harbor IT", "Little Creek Systems"]);
    expect(await names(creekSales)).toEqual([]);
    expect(await names(catalogue, { q: "harbor" })).toEqual(["Blue Harbor IT", "Little Creek Systems"]);
    expect(await names(catalogue, { filters: { kind: ["marketplace"] } })).toEqual(["CloudBay"]);
    expect((await as(catalogue).party.tree()).rows[0]).toMatchObject({
      ...{ name: "Alpine Distribution", model: "buy_sell", parentName: "Meridian Telecom", customers: 0 },
    });
  });

  test("leads to a page that knows what its reader may know", async () => {
    const { harbor, creek } = deal.parties;
    const page = await as(deal.people.partners).party.get({ id: harbor });
    expect(page.above.map(({ name }) => name)).toEqual(["Meridian Telecom", "Alpine Distribution"]);
    expect(page).toMatchObject({ customers: 1, partners: [{ name: "Little Creek Systems" }] });
    expect(page.account?.number).toBe("DE•• 3000");
    const above = await as(deal.people.creekOwner).party.get({ id: harbor });
    expect([above.profile, above.account, above.partners.length]).toEqual([null, null, 1]);
    expect(await as(deal.people.alpineOwner).party.agreements({ id: creek })).toEqual([]);
    expect(await as(deal.people.harborOwner).party.agreements({ id: creek })).toMatchObject([
      { name: "Referral", versions: [{ commissionRate: 100_000n }] },
    ]);
    const people = await as(deal.people.partners).party.people({ id: creek });
    expect(people.map(({ name }) => name)).toEqual(["Sam Rivera", "Casey Brooks"]);
    const peeking = as(deal.people.creekOwner).party.people({ id: harbor });
    await expect(peeking).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("grows by an invitation, of a role that fits", async () => {
    const { creek } = deal.parties;
    const invite = (role: "partner_sales" | "operator_admin") =>
      as(deal.people.partners).party.invite({
        partyId: creek,
        name: "New Hand",
        email: "new@creek.example",
        role,
      });
    await expect(invite("operator_admin")).rejects.toThrow("Nobody at Little Creek Systems can be");
    await invite("partner_sales");
    expect(await as(deal.people.partners).party.people({ id: creek })).toHaveLength(3);
  });
});

describe("the list of offers", () => {
  test("shows partners what is on sale, and the operator its drafts", async () => {
    const { catalogue, creekSales } = deal.people;
    const drafted = { code: "next", name: "Next Branch", summary: "", family: "branch", termMonths: 12 };
    await as(catalogue).offer.draft(drafted);
    const shown = async (who: Actor) => {
      const { rows } = await as(who).offer.list({ ...list, sort: "name" });
      return rows.map(({ name, status, onSale }) => `${name} ${status} ${onSale}`);
    };
    expect(await shown(catalogue)).toEqual(["Next Branch draft false", "Secure Branch published true"]);
    expect(await shown(creekSales)).toEqual(["Secure Branch published true"]);
  });

  test("leads to a version, with its review for the operator alone", async () => {
    const { versionId } = deal.offer;
    const ours = await as(deal.people.catalogue).offer.version({ versionId });
    expect(ours.review).toMatchObject({ rehearsal: { passed: true, isCurrent: true }, isOwn: true });
    expect(ours.review?.approval?.status).toBe("approved");
    const theirs = await as(deal.people.creekSales).offer.version({ versionId });
    expect(theirs.review).toBeNull();
    expect(theirs.components.map(({ supplierName }) => supplierName)).toContain("Nimbus Cloud");
  });

  test("shows each the prices they may know, of the same version", async () => {
    const { versionId } = deal.offer;
    const lists = async (who: Actor) => {
      const rows = await as(who).offer.prices({ versionId });
      return [...new Set(rows.map(({ listName }) => listName))];
    };
    expect(await lists(deal.people.creekSales)).toEqual(["Blue Harbor, retail for Little Creek"]);
    expect(await lists(deal.people.northgateOwner)).toEqual([]);
    expect(await lists(deal.people.catalogue)).toHaveLength(16);
  });
});

describe("a price list's page", () => {
  test("tells what is in force, what is planned, and what a version changes", async () => {
    const { catalogue } = deal.people;
    const { listId } = deal.lists.harbor;
    const id = await as(catalogue).price.draft({ priceListId: listId });
    const seats = deal.items.seats;
    await as(catalogue).price.set({
      versionId: id,
      itemId: seats,
      model: "per_unit",
      unitPrice: "5",
      tiers: null,
    });
    const from = new Date("2026-06-01T00:00:00Z");
    await as(catalogue).price.activate({ id, from });
    const { rows } = await as(catalogue).price.list({ ...list, sort: "name", q: "Blue Harbor, wholesale" });
    expect(rows).toMatchObject([
      { inForce: 1, planned: true, drafting: false, sellerName: "Alpine Distribution" },
    ]);
    const page = await as(deal.people.harborOwner).price.get({ priceListId: listId });
    expect(page.versions.map(({ number, status }) => `${number} ${status}`)).toEqual([
      "2 scheduled",
      "1 active",
    ]);
    const { changes, before } = await as(deal.people.harborOwner).price.version({ id });
    expect(before?.number).toBe(1);
    expect(changes.filter(({ change }) => change !== "same")).toMatchObject([
      { item: { name: "Security seat" }, before: { unitPrice: "4.65" }, after: { unitPrice: "5" } },
    ]);
    const peeking = as(deal.people.creekOwner).price.get({ priceListId: listId });
    await expect(peeking).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

const pages = router({ party: partyRouter, offer: offerRouter, price: priceRouter });

function as(actor: Actor) {
  return createCallerFactory(pages)({ actor, database: world.database, now, correlation: "test" });
}
