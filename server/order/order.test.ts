import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { orderItem, orderLeg } from "@/db/schema/order";
import { quoteLeg } from "@/db/schema/quote";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Id } from "@/server/core/ids";
import { drainJobs } from "@/server/events/drain";
import { addParty } from "@/server/party/add";
import { place, terms } from "@/server/party/fixtures";
import { joinEdge } from "@/server/party/join";
import { signAgreement } from "@/server/party/sign";
import { type Desk, openDesk } from "@/server/quote/fixtures/desk";
import { completeItem, failItem, startItem } from "./item";
import { orderJobs } from "./jobs";
import { placeOrder } from "./place";

const now = new Date("2026-03-02T09:00:00Z");

let books: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  books = await openTestDatabase();
  desk = await openDesk(books, now);
});
afterAll(() => books.close());

describe("an order", () => {
  test("is placed by what hears of the acceptance, with everything it was bought under", async () => {
    const { versionId, placed } = await ordered();
    expect(placed).toMatchObject({
      status: "acknowledged",
      offerName: "Secure Branch",
      family: "branch",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      termMonths: 36,
      quote: { versionId },
    });
    expect(placed.items.map(({ sku, charge, quantity }) => [sku, charge, quantity].join(" "))).toEqual([
      "SETUP one_time 1",
      "LINK recurring 2",
      "SEAT recurring 25",
      "CPU usage 1000",
    ]);
    const quoted = await desk.select(desk.deal.people.admin, (db) =>
      db.select().from(quoteLeg).where(eq(quoteLeg.quoteVersionId, versionId)),
    );
    const legs = await desk.select(desk.deal.people.admin, (db) =>
      db.select().from(orderLeg).where(eq(orderLeg.orderId, placed.id)),
    );
    const bought = (each: (typeof quoted)[number] | (typeof legs)[number]) =>
      JSON.stringify([
        each.number,
        each.kind,
        each.sellerId,
        each.buyerId,
        each.payerId,
        each.payeeId,
        each.priceVersionId,
        each.price,
        `${each.shareRate}`,
        `${each.discountRate}`,
      ]);
    expect(legs.map(bought).sort()).toEqual(quoted.map(bought).sort());
    expect(legs).toHaveLength(20);
  });

  test("makes its quote ordered, and nothing else can happen to it", async () => {
    const { versionId } = await ordered();
    const { rows } = await desk.creek().quote.list({ filters: { status: ["ordered"] } });
    expect(rows.some((row) => row.versionId === versionId)).toBe(true);
    await expect(desk.creek().quote.void({ versionId, reason: "Too late." })).rejects.toThrow("ordered");
    await expect(desk.creek().quote.clone({ versionId })).rejects.toThrow("was accepted");
  });

  test("is not placed of a quote that was not accepted", async () => {
    const versionId = (await desk.sent()).versionId;
    await expect(
      desk.deal.net.run((scope) => placeOrder(scope, { quoteVersionId: versionId })),
    ).rejects.toThrow("Only a quote that was accepted");
  });

  test("keeps its chain when the partner moves to another parent", async () => {
    const { placed } = await ordered();
    const later = new Date(now.getTime() + 86_400_000);
    await desk.deal.net.run(async (scope) => {
      const parentId = await addParty(scope, {
        parentId: desk.deal.net.top,
        name: "Delta",
        kind: "distributor",
        ...place,
      });
      const edge = { parentId, childId: desk.deal.parties.creek };
      const { agreementId } = await signAgreement(scope, { ...edge, name: "Terms", terms });
      await joinEdge(scope, { ...edge, family: "branch", model: "buy_sell", agreementId });
    }, later);
    const after = await desk.as(desk.deal.people.creek, later).order.get({ id: placed.id });
    expect(after.chain).toEqual(placed.chain);
    expect(after.parties.map(({ name }) => name)).toEqual([
      "Meridian",
      "Alpine Distribution",
      "Blue Harbor IT",
      "Little Creek Systems",
    ]);
  });
});

describe("an order follows its items", () => {
  test("to completed, with the last of them", async () => {
    const { placed } = await ordered();
    const [first, ...rest] = placed.items.map(({ id }) => id);
    await move(first, startItem);
    expect((await look(placed.id)).status).toBe("inProgress");
    for (const id of [first, ...rest]) await move(id, completeItem);
    const done = await look(placed.id);
    expect([done.status, done.completedAt]).toEqual(["completed", now]);
    const told = await books.owner.query("select name from engine.outbox where data->>'orderId' = $1", [
      placed.id,
    ]);
    expect(told.rows.map(({ name }) => name).sort()).toEqual([
      "order.completed",
      ...placed.items.map(() => "order.item.completed"),
      "order.placed",
    ]);
  });

  test("to partial when one fails, and on to completed when it is repaired", async () => {
    const { placed } = await ordered();
    const [first, ...rest] = placed.items.map(({ id }) => id);
    for (const id of rest) await move(id, completeItem);
    await move(first, failItem);
    expect((await look(placed.id)).status).toBe("partial");
    await move(first, startItem);
    expect((await look(placed.id)).status).toBe("inProgress");
    await move(first, completeItem);
    expect((await look(placed.id)).status).toBe("completed");
  });

  test("once: a repeat changes nothing, and what is completed stays so", async () => {
    const { placed } = await ordered();
    const [first] = placed.items.map(({ id }) => id);
    await move(first, completeItem);
    await move(first, completeItem);
    await expect(move(first, failItem)).rejects.toThrow("cannot become failed");
    const noted = await desk.select(desk.deal.people.admin, (db) =>
      db.select().from(auditEntry).where(eq(auditEntry.objectId, placed.id)),
    );
    expect(noted.filter(({ code }) => code === "order.item.completed")).toHaveLength(1);
  });

  test("whichever of two finishes last at the same time", async () => {
    const { placed } = await ordered();
    await Promise.all(placed.items.map(({ id }) => move(id, completeItem)));
    expect((await look(placed.id)).status).toBe("completed");
    const items = await desk.select(desk.deal.people.admin, (db) =>
      db.select().from(orderItem).where(eq(orderItem.orderId, placed.id)),
    );
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(["completed"]));
  });
});

async function ordered() {
  const { versionId } = await desk.sent();
  await desk.creek().quote.accept({ versionId, acceptedByName: "Olga", requestKey: versionId });
  await drainJobs(orderJobs, books.database, now);
  const found = await desk.creek().order.ofQuote({ quoteVersionId: versionId });
  if (!found) throw new Error("No order was placed.");
  return { versionId, placed: await look(found.id) };
}

function look(id: Id<"order">) {
  return desk.creek().order.get({ id });
}

function move(id: Id<"orderItem"> | undefined, verb: typeof startItem): Promise<void> {
  if (!id) throw new Error("The order has no such item.");
  return desk.deal.net.run((scope) => verb(scope, { orderItemId: id }));
}
