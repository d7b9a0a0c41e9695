import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { EUR } from "@/server/core/money/currency";
import { decimalText, type Money } from "@/server/core/money/money";
import { activatePriceVersion } from "@/server/offer/price-activate";
import { draftPriceVersion, openPriceList, setPrice } from "@/server/offer/price-list";
import { itemOf } from "./fixtures/deal";
import { type Desk, openDesk } from "./fixtures/desk";

const now = new Date("2026-03-02T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let books: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  books = await openTestDatabase();
  desk = await openDesk(books, now);
});
afterAll(() => books.close());

describe("prices move on", () => {
  test("and a draft made before is refused, until it is saved again", async () => {
    const { versionId } = await desk.creek().quote.draft(desk.wishes());
    await raiseRetail("55", later(0.05));
    await expect(desk.creek(later(0.1)).quote.submit({ versionId })).rejects.toThrow(
      "have changed since this was drafted",
    );
    await desk.creek(later(0.1)).quote.change({ versionId, validDays: 30 });
    expect(await desk.creek(later(0.1)).quote.submit({ versionId })).toEqual({ status: "approved" });
  });

  test("on somebody else's edge, and the partner does not learn of it", async () => {
    const at = later(0.06);
    const { quoteId, versionId } = await desk.creek(at).quote.draft(desk.wishes());
    const before = await desk.creek(at).quote.get({ id: quoteId });
    await desk.deal.net.run(async (scope) => {
      const { alpine } = desk.deal.parties;
      const route = { audience: "wholesale", sellerId: desk.deal.net.top, readerId: alpine } as const;
      const priceListId = await openPriceList(scope, { ...route, name: "List 1", currency: EUR });
      const id = await draftPriceVersion(scope, { priceListId });
      const itemId = itemOf(desk.deal.offer.items, "LINK");
      await setPrice(scope, { versionId: id, itemId, model: "per_unit", unitPrice: "31", tiers: null });
      await activatePriceVersion(scope, { id });
    }, later(0.07));
    expect(await desk.creek(later(0.08)).quote.submit({ versionId })).toEqual({ status: "approved" });
    const after = await desk.creek(later(0.08)).quote.get({ id: quoteId });
    expect([after.version.totals, after.version.worth]).toEqual([
      before.version.totals,
      before.version.worth,
    ]);
    const seen = await desk.as(desk.deal.people.finance, later(0.08)).quote.get({ id: quoteId });
    const alpine = seen.version.worth.find(({ partyId }) => partyId === desk.deal.parties.alpine);
    expect(text(alpine?.monthly.bought)).toBe("152.00"); // Two sites at 31.00 instead of 30.00.
  });

  test("while a quote that was sent is honoured at its own", async () => {
    const at = later(0.2);
    const { quoteId, versionId } = await desk.creek(at).quote.draft(desk.wishes());
    await desk.creek(at).quote.submit({ versionId });
    await desk.creek(at).quote.send({ versionId });
    const before = await desk.creek(at).quote.get({ id: quoteId });
    await raiseRetail("90", later(0.3));
    await desk.creek(later(20)).quote.accept({ versionId, acceptedByName: "Olga", requestKey: versionId });
    const after = await desk.creek(later(20)).quote.get({ id: quoteId });
    expect(after.version.totals).toEqual(before.version.totals);
    expect(after.version.lines).toEqual(before.version.lines);
  });

  test("and a clone takes them over, and voids what it comes from", async () => {
    const at = later(0.4);
    const { quoteId, versionId } = await desk.creek(at).quote.draft(desk.wishes());
    await desk.creek(at).quote.submit({ versionId });
    await desk.creek(at).quote.send({ versionId });
    await raiseRetail("95", later(0.5));
    const next = await desk.creek(later(0.6)).quote.clone({ versionId });
    const { versions, version } = await desk.creek().quote.get({ id: quoteId });
    expect(versions.map(({ number, status, voidedReason }) => [number, status, voidedReason])).toEqual([
      [2, "draft", null],
      [1, "voided", "superseded"],
    ]);
    expect(text(version.totals?.amount.monthly)).toBe("312.50");
    expect(await desk.creek(later(0.6)).quote.clone({ versionId })).toEqual(next);
    await expect(
      desk.creek(later(0.6)).quote.accept({ versionId, acceptedByName: "Olga", requestKey: versionId }),
    ).rejects.toThrow("cannot become accepted");
  });
});

/** Blue Harbor charges more for a line from an instant on. */
async function raiseRetail(unitPrice: string, from: Date) {
  await desk.deal.net.run(async (scope) => {
    const route = { audience: "retail", sellerId: desk.deal.parties.blue, readerId: null } as const;
    const priceListId = await openPriceList(scope, { ...route, name: "List 3", currency: EUR });
    const id = await draftPriceVersion(scope, { priceListId });
    const itemId = itemOf(desk.deal.offer.items, "LINK");
    await setPrice(scope, { versionId: id, itemId, model: "per_unit", unitPrice, tiers: null });
    await activatePriceVersion(scope, { id });
  }, from);
}

function text(amount: Money | undefined | null): string {
  return amount ? decimalText(amount) : "unknown";
}
