import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Id } from "@/server/core/ids";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { changeItem } from "@/server/offer/catalogue";
import { draftVersion } from "@/server/offer/draft";
import { activatePriceVersion } from "@/server/offer/price-activate";
import { draftPriceVersion, removePrice, setPrice } from "@/server/offer/price-list";
import { readComponents } from "@/server/offer/read";
import { rehearse } from "./rehearse";

const now = new Date("2026-04-01T08:00:00Z");
const later = new Date("2026-05-01T08:00:00Z");

let world: TestDatabase;
let deal: Deal;
let versionId: Id<"offerVersion">;
beforeAll(async () => {
  world = await openTestDatabase();
  deal = await openDeal(world.database, now);
  ({ versionId } = await deal.as(deal.people.catalogue, (scope) => draftVersion(scope, deal.offer)));
});
afterAll(() => world.close());

describe("a rehearsal", () => {
  test("sells the draft through every partner that has a route", async () => {
    const { passed, findings } = await rehearsed(now);
    expect(findings.filter((finding) => !finding.passed)).toEqual([]);
    expect(passed).toBe(true);
    expect(findings.filter(({ check }) => check.startsWith("Route of")).map(({ check }) => check)).toEqual([
      "Route of Alpine Distribution",
      "Route of Blue Harbor IT",
      "Route of Little Creek Systems",
      "Route of Northgate Distribution",
      "Route of Redwood Networks",
    ]);
  });

  test("keeps nothing but what it found", async () => {
    const tables = ["party", "quote", "quote_leg", "order", "order_leg", "number_series"];
    const counts = async () => {
      const each = tables.map((table) =>
        world.owner.query(`select count(*)::int as rows from app."${table}"`),
      );
      return (await Promise.all(each)).map(({ rows }) => rows[0].rows);
    };
    const events = () => world.owner.query("select id from engine.outbox");
    const [before, told] = [await counts(), (await events()).rowCount];
    await rehearsed(now);
    expect(await counts()).toEqual(before);
    expect((await events()).rowCount).toBe(told);
    const { rows } = await world.owner.query("select status from app.offer_version where id = $1", [
      versionId,
    ]);
    expect(rows).toEqual([{ status: "draft" }]);
  });

  test("says what has no price, and whose list to open", async () => {
    await reprice("harbor", async (scope, id) => {
      await removePrice(scope, { versionId: id, itemId: deal.items.seats });
    });
    const { passed, findings } = await rehearsed(later);
    expect(passed).toBe(false);
    const failed = findings.filter((finding) => !finding.passed);
    expect(failed.map(({ check }) => check)).toEqual([
      "Route of Blue Harbor IT",
      "Route of Little Creek Systems",
    ]);
    expect(failed[0]?.sentence).toBe(
      "“Security seat” has no price in EUR in the wholesale list of Alpine Distribution for Blue Harbor IT.",
    );
  });

  test("says who would lose money, and on what", async () => {
    await reprice("redwoodRetail", async (scope, id) => {
      const price = { model: "per_unit", unitPrice: "0.10", tiers: null } as const;
      await setPrice(scope, { versionId: id, itemId: deal.items.seats, ...price });
    });
    const { findings } = await rehearsed(later);
    const sentence = findings.find(({ check }) => check === "Route of Redwood Networks")?.sentence;
    expect(sentence).toMatch(
      /^Redwood Networks would lose USD [\d,.]+ over the term, most of it on “Security seat”/,
    );
  });

  test("stops at what cannot be taxed or fulfilled", async () => {
    const components = await deal.run((scope) => readComponents(scope, versionId));
    const recipe = components.find(({ itemId }) => itemId === deal.items.setup)?.recipe ?? null;
    await deal.run(async (scope) => {
      await changeItem(scope, { itemId: deal.items.setup, taxClass: null, recipe });
      await changeItem(scope, { itemId: deal.items.compute, taxClass: "standard", recipe: null });
    });
    const { findings } = await rehearsed(now);
    expect(findings.filter((finding) => !finding.passed).map(({ sentence }) => sentence)).toEqual([
      "“Branch setup” has no tax class: give it one, or no invoice can name its tax.",
      "“Cloud compute” has no recipe: say who brings it to life and how long it may take.",
    ]);
  });
});

function rehearsed(at: Date) {
  return deal.as(deal.people.catalogue, (scope) => rehearse(scope, { versionId }), at);
}

type Scoped = Parameters<Parameters<Deal["run"]>[0]>[0];

async function reprice(
  list: keyof Deal["lists"],
  change: (scope: Scoped, id: Id<"priceVersion">) => Promise<void>,
): Promise<void> {
  await deal.as(deal.people.catalogue, async (scope) => {
    const id = await draftPriceVersion(scope, { priceListId: deal.lists[list].listId });
    await change(scope, id);
    await activatePriceVersion(scope, { id, from: later });
  });
}
