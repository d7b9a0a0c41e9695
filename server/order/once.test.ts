import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { order } from "@/db/schema/order";
import { quote } from "@/db/schema/quote";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Actor } from "@/server/access/actor";
import type { Id } from "@/server/core/ids";
import { drainJobs } from "@/server/events/drain";
import { type Desk, openDesk } from "@/server/quote/fixtures/desk";
import { orderJobs } from "./jobs";
import { placeOrder } from "./place";

const now = new Date("2026-03-02T09:00:00Z");

let books: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  books = await openTestDatabase({ max: 60 });
  desk = await openDesk(books, now);
});
afterAll(() => books.close());

describe("submitted fifty times at once", () => {
  test("a draft makes one quote, with one number", async () => {
    const draft = {
      customerId: desk.deal.parties.orchard,
      offerId: desk.deal.offer.offerId,
      requestKey: "draft-once",
    };
    const made = await fifty(() => desk.creek().quote.draft(draft));
    expect(new Set(made.map(({ quoteId }) => quoteId)).size).toBe(1);
    const [first] = await desk.select(desk.deal.people.admin, (db) =>
      db.select().from(quote).where(eq(quote.requestKey, "draft-once")),
    );
    const next = await desk.creek().quote.draft({ ...draft, requestKey: "draft-next" });
    const { number } = await desk.creek().quote.get({ id: next.quoteId });
    expect([first?.number, number]).toEqual(["Q-000001", "Q-000002"]);
  });

  test("a draft of the same key with other wishes is refused", async () => {
    const draft = {
      customerId: desk.deal.parties.orchard,
      offerId: desk.deal.offer.offerId,
      requestKey: "draft-once",
    };
    await expect(desk.creek().quote.draft({ ...draft, discountRate: 1n })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("an acceptance accepts once and places one order", async () => {
    const versionId = (await desk.sent()).versionId;
    const accepting = { versionId, acceptedByName: "Olga", requestKey: "accept-once" };
    const accepted = await fifty(() => desk.creek().quote.accept(accepting));
    expect(new Set(accepted.map((each) => each.versionId)).size).toBe(1);
    await drainJobs(orderJobs, books.database, now);
    await fifty(() => desk.deal.net.run((scope) => placeOrder(scope, { quoteVersionId: versionId })));
    const orders = await desk.select(desk.deal.people.admin, (db) =>
      db.select().from(order).where(eq(order.quoteVersionId, versionId)),
    );
    expect(orders).toHaveLength(1);
    const told = await books.owner.query("select data from engine.outbox where name = 'quote.accepted'");
    expect(told.rows.filter(({ data }) => data.quoteVersionId === versionId)).toHaveLength(1);
  });

  test("an acceptance by somebody else, or of another quote with the key, is refused", async () => {
    const versionId = (await desk.sent()).versionId;
    const accepting = { versionId, acceptedByName: "Olga", requestKey: "accept-twice" };
    await desk.creek().quote.accept(accepting);
    await expect(desk.creek().quote.accept({ ...accepting, acceptedByName: "Otto" })).rejects.toThrow(
      "by Olga",
    );
    await expect(desk.creek().quote.accept({ ...accepting, requestKey: "accept-more" })).rejects.toThrow(
      "by Olga",
    );
    const another = (await desk.sent()).versionId;
    await expect(desk.creek().quote.accept({ ...accepting, versionId: another })).rejects.toThrow(
      "another quote",
    );
  });

  test("fifty different acceptances of one quote accept once", async () => {
    const versionId = (await desk.sent()).versionId;
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, each) =>
        desk.creek().quote.accept({
          versionId,
          acceptedByName: `Customer ${each}`,
          requestKey: `customer-${each}`,
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("an approval and a rejection at once come to exactly one of them", async () => {
    for (let round = 0; round < 5; round += 1) {
      const versionId = await drafted(120_000n);
      const approvalId = await desk.asked(versionId);
      const decide = (decision: "approved" | "rejected", actor: Actor) =>
        desk.as(actor).quote.decideException({ approvalId, decision, comment: "So it is." });
      const both = await Promise.allSettled([
        ...Array.from({ length: 5 }, () => decide("approved", desk.deal.people.finance)),
        ...Array.from({ length: 5 }, () => decide("rejected", desk.deal.people.admin)),
      ]);
      expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const decided = await desk.as(desk.deal.people.finance).approval.get({ id: approvalId });
      const { rows } = await desk.creek().quote.list({ filters: { status: ["approved", "voided"] } });
      const version = rows.find((row) => row.versionId === versionId);
      expect([decided.status, version?.status]).toEqual(
        decided.status === "approved" ? ["approved", "approved"] : ["rejected", "voided"],
      );
    }
  });
});

function fifty<Result>(submit: () => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: 50 }, submit));
}

async function drafted(discountRate = 0n): Promise<Id<"quoteVersion">> {
  return (await desk.creek().quote.draft({ ...desk.wishes(), discountRate })).versionId;
}
