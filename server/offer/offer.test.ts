import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { offer, offerComponent, offerVersion } from "@/db/schema/offer";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Id } from "@/server/core/ids";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { rehearse } from "@/server/rehearsal/rehearse";
import { addItem, addProduct, changeItem } from "./catalogue";
import { decideOffer } from "./decide";
import {
  addComponent,
  changeComponent,
  changeTerm,
  draftOffer,
  draftVersion,
  removeComponent,
} from "./draft";
import { publishOffer, retireOffer } from "./publish";
import { readComponents, readPublishedOffer, readVersion } from "./read";
import { submitOffer, takeBackOffer } from "./submit";

const now = new Date("2026-04-01T08:00:00Z");

let world: TestDatabase;
let deal: Deal;
beforeAll(async () => {
  world = await openTestDatabase();
  deal = await openDeal(world.database, now);
});
afterAll(() => world.close());

describe("a draft", () => {
  test("takes an item once, and its quantities make sense", async () => {
    await deal.as(deal.people.catalogue, async (scope) => {
      const { versionId } = await draft("quantities", scope);
      const add = (quantityMin: string, quantityDefault: string, quantityMax: string | null) =>
        addComponent(scope, {
          versionId,
          itemId: deal.items.seats,
          quantityMin,
          quantityDefault,
          quantityMax,
        });
      await expect(add("5", "3", null)).rejects.toThrow("lies between");
      await expect(add("5", "5", "4")).rejects.toThrow("The most is not below the least");
      await expect(add("-1", "3", null)).rejects.toThrow("not below zero");
      const id = await add("1.0", "2.50", null);
      expect(await add("1", "2.5", null)).toBe(id);
      await expect(add("1", "3", null)).rejects.toThrow("is in the offer already");
      await changeComponent(scope, {
        componentId: id,
        quantityMin: "0",
        quantityDefault: "3",
        quantityMax: "9",
      });
      expect(await readComponents(scope, versionId)).toMatchObject([
        { quantityDefault: "3", quantityMax: "9" },
      ]);
      await removeComponent(scope, { componentId: id });
      expect(await readComponents(scope, versionId)).toEqual([]);
    });
  });

  test("is not seen by partners", async () => {
    const drafted = await deal.as(deal.people.catalogue, (scope) => draft("secret", scope));
    const seen = await deal.as(deal.people.alpineOwner, ({ db }) =>
      db.select().from(offer).where(eq(offer.id, drafted.offerId)),
    );
    expect(seen).toEqual([]);
  });

  test("goes to review with something in it, and comes back", async () => {
    await deal.as(deal.people.catalogue, async (scope) => {
      const { versionId } = await draft("review", scope);
      await expect(submitOffer(scope, { versionId })).rejects.toThrow("There is nothing in this offer yet");
      await addComponent(scope, { versionId, itemId: deal.items.seats, ...one });
      await submitOffer(scope, { versionId });
      const late = addComponent(scope, { versionId, itemId: deal.items.setup, ...one });
      await expect(late).rejects.toThrow("Take it back to change it.");
      await takeBackOffer(scope, { versionId });
      await addComponent(scope, { versionId, itemId: deal.items.setup, ...one });
    });
  });
});

describe("publishing", () => {
  test("takes a second person, a rehearsal, and exactly what was rehearsed", async () => {
    const { people } = deal;
    const { versionId } = await deal.as(people.catalogue, (scope) => filled("gate", scope));
    const publishAs = (who: (typeof people)[keyof typeof people]) =>
      deal.as(who, (scope) => publishOffer(scope, { versionId }));
    await expect(publishAs(people.finance)).rejects.toThrow("cannot become published");

    const { approvalId } = await deal.as(people.finance, (scope) => submitOffer(scope, { versionId }));
    const decided = { approvalId, decision: "approved", comment: "" } as const;
    await expect(deal.as(people.finance, (scope) => decideOffer(scope, decided))).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
    await deal.as(people.controller, (scope) => decideOffer(scope, decided));
    await expect(publishAs(people.controller)).rejects.toThrow("Rehearse this version first");

    await deal.as(people.catalogue, (scope) => rehearse(scope, { versionId }));
    await expect(publishAs(people.finance)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    const item = await deal.run((scope) => readComponents(scope, versionId));
    const recipe = item[0]?.recipe ?? null;
    await deal.run((scope) => changeItem(scope, { itemId: deal.items.seats, taxClass: "reduced", recipe }));
    await expect(publishAs(people.controller)).rejects.toThrow("changed since it was rehearsed");
    await deal.run((scope) => changeItem(scope, { itemId: deal.items.seats, taxClass: "standard", recipe }));
    await publishAs(people.controller);
  });

  test("is not possible when the rehearsal found something", async () => {
    const { people } = deal;
    const { versionId } = await deal.as(people.catalogue, async (scope) => {
      const drafted = await draft("unpriced", scope);
      const productId = await addProduct(scope, {
        ...{ supplierId: deal.parties.nimbus, name: "Unpriced", family: "branch" },
      });
      const itemId = await addItem(scope, { ...backup, sku: "UNPRICED", productId });
      await addComponent(scope, { versionId: drafted.versionId, itemId, ...one });
      return drafted;
    });
    const rehearsed = await deal.as(people.catalogue, (scope) => rehearse(scope, { versionId }));
    expect(rehearsed.passed).toBe(false);
    expect(rehearsed.findings.at(-1)?.sentence).toContain("in the supplier's cost list, nor in");
    const { approvalId } = await deal.as(people.catalogue, (scope) => submitOffer(scope, { versionId }));
    await deal.as(people.finance, async (scope) => {
      await decideOffer(scope, { approvalId, decision: "approved", comment: "" });
      await expect(publishOffer(scope, { versionId })).rejects.toThrow("found something to fix");
    });
  });

  test("replaces the version before it, which stays as it was sold", async () => {
    const { people } = deal;
    const { offerId } = deal.offer;
    const { versionId } = await deal.as(people.catalogue, async (scope) => {
      const drafted = await draftVersion(scope, { offerId });
      expect(await draftVersion(scope, { offerId })).toEqual(drafted);
      await changeTerm(scope, { ...drafted, termMonths: 24 });
      return drafted;
    });
    await publish(versionId);
    const [sold, before] = await deal.as(people.creekSales, async (scope) => {
      return [await readPublishedOffer(scope, offerId), await readVersion(scope, deal.offer.versionId)];
    });
    expect(sold).toMatchObject({ versionId, number: 2, termMonths: 24, status: "published" });
    expect(before).toMatchObject({ number: 1, termMonths: 36, status: "superseded" });
    expect(sold?.components).toHaveLength(before?.components.length ?? 0);
  });

  test("happens to one of two who publish at once", async () => {
    const { people } = deal;
    const { versionId } = await deal.as(people.catalogue, (scope) => filled("twice", scope));
    await approve(versionId);
    const publishing = () => deal.as(people.finance, (scope) => publishOffer(scope, { versionId }));
    const results = await Promise.allSettled([publishing(), publishing()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("what is published", () => {
  test("cannot be changed, not even by a statement that forgot to ask", async () => {
    const { versionId } = deal.offer;
    const [change, remove, shrink] = await Promise.all([
      refused((db) => db.update(offerVersion).set({ termMonths: 1 }).where(eq(offerVersion.id, versionId))),
      refused((db) => db.delete(offerComponent).where(eq(offerComponent.offerVersionId, versionId))),
      refused((db) =>
        db
          .update(offerComponent)
          .set({ quantityMin: "9" })
          .where(eq(offerComponent.offerVersionId, versionId)),
      ),
    ]);
    expect(change).toContain("cannot be changed");
    expect(remove).toContain("components change in a draft alone");
    expect(shrink).toContain("components change in a draft alone");
  });

  test("can be taken off sale", async () => {
    const { offerId, versionId } = await deal.as(deal.people.catalogue, (scope) => filled("retire", scope));
    await publish(versionId);
    await deal.as(deal.people.finance, (scope) => retireOffer(scope, { offerId }));
    const sold = deal.run((scope) => readPublishedOffer(scope, offerId));
    await expect(sold).rejects.toThrow("There is no such offer on sale.");
  });
});

type Scoped = Parameters<Parameters<Deal["run"]>[0]>[0];

const one = { quantityMin: "1", quantityDefault: "1", quantityMax: null };
const backup = {
  ...{ sku: "BACKUP", name: "Backup", unit: "site", charge: "recurring" as const, meterId: null },
  ...{ taxClass: "standard", recipe: { kind: "manual" as const, title: "Back up", hours: 1, after: [] } },
};

function draft(code: string, scope: Scoped) {
  return draftOffer(scope, { code, name: `Offer ${code}`, summary: "", family: "branch", termMonths: 12 });
}

async function filled(code: string, scope: Scoped) {
  const drafted = await draft(code, scope);
  const versionId = drafted.versionId;
  for (const itemId of [deal.items.seats, deal.items.connectivity, deal.items.setup]) {
    await addComponent(scope, { versionId, itemId, ...one });
  }
  return drafted;
}

async function approve(versionId: Id<"offerVersion">): Promise<void> {
  const { people } = deal;
  const { approvalId } = await deal.as(people.catalogue, async (scope) => {
    expect((await rehearse(scope, { versionId })).findings.filter(({ passed }) => !passed)).toEqual([]);
    return submitOffer(scope, { versionId });
  });
  const decided = { approvalId, decision: "approved", comment: "" } as const;
  await deal.as(people.finance, (scope) => decideOffer(scope, decided));
}

async function publish(versionId: Id<"offerVersion">): Promise<void> {
  await approve(versionId);
  await deal.as(deal.people.finance, (scope) => publishOffer(scope, { versionId }));
}

function refused(work: (db: Scoped["db"]) => PromiseLike<unknown>): Promise<string> {
  return deal
    .run(async ({ db }) => work(db))
    .then(
      () => "it was changed",
      (error: { cause?: Error }) => error.cause?.message ?? String(error),
    );
}
