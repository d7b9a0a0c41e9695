import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { decimalText, type Money } from "@/server/core/money/money";
import { drainJobs } from "@/server/events/drain";
import { type Desk, openDesk } from "./fixtures/desk";
import { quoteJobs } from "./jobs";

const now = new Date("2026-03-02T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let books: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  books = await openTestDatabase();
  desk = await openDesk(books, now);
});
afterAll(() => books.close());

describe("a quote within the partner's band", () => {
  test("is drafted, approved at once, sent and accepted", async () => {
    const { quoteId, versionId } = await desk.creek().quote.draft(desk.wishes(5));
    expect(await desk.statusOf(quoteId)).toBe("draft");
    expect(await desk.creek().quote.submit({ versionId })).toEqual({ status: "approved" });
    expect(await desk.creek().quote.send({ versionId })).toEqual({ status: "sent" });
    await desk.creek().quote.accept({ versionId, acceptedByName: "Olga Orchard", requestKey: versionId });
    expect(await desk.statusOf(quoteId)).toBe("accepted");
  });

  test("says what the customer pays and what the partner earns", async () => {
    const { quoteId } = await desk.creek().quote.draft(desk.wishes(5));
    const { version } = await desk.creek().quote.get({ id: quoteId });
    const { totals, worth } = version;
    expect(worth).toHaveLength(1);
    expect([totals?.list, totals?.discount, totals?.amount].map((each) => each && texts(each))).toEqual([
      { once: "250.00", monthly: "222.50", term: "8260.00" },
      { once: "12.50", monthly: "11.12", term: "412.82" },
      { once: "237.50", monthly: "211.38", term: "7847.18" },
    ]);
    // 10 % of each line: 95.00, 95.00 and 21.38 a month make 9.50 + 9.50 + 2.14.
    expect([worth[0]?.once, worth[0]?.monthly, worth[0]?.term].map((each) => text(each?.margin))).toEqual([
      "23.75",
      "21.14",
      "784.79",
    ]);
  });

  test("is worked out before it is made, and says the same", async () => {
    const preview = await desk.creek().quote.preview(desk.wishes(5));
    const { quoteId } = await desk.creek().quote.draft(desk.wishes(5));
    const { version } = await desk.creek().quote.get({ id: quoteId });
    expect(preview.totals).toEqual(version.totals);
    expect(preview.worth).toEqual(version.worth[0]);
    expect(preview.causes).toEqual([]);
    expect(preview.lines.map(({ told }) => text(told?.amount))).toEqual([
      "237.50",
      "95.00",
      "95.00",
      "21.38",
    ]);
  });

  test.each([
    ["more seats than may be ordered", { SEAT: "501" }, "The quantity of SEAT is between 0 and 500."],
    ["no number", { SEAT: "many" }, "“many” is not a decimal number."],
  ])("is not drafted with %s", async (_name, asked, message) => {
    await expect(
      desk.creek().quote.draft({ ...desk.wishes(), quantities: quantities(asked) }),
    ).rejects.toThrow(message);
  });

  test("is for a customer of one's own", async () => {
    const strangers = [
      desk.as(desk.deal.people.blue),
      desk.as(desk.deal.people.alpine),
      desk.as(desk.deal.people.other),
    ];
    for (const stranger of strangers) {
      await expect(stranger.quote.draft(desk.wishes())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("a quote that was sent", () => {
  test("is valid to the end of a day, and expires when it was not answered", async () => {
    const at = later(1);
    const { quoteId, versionId } = await desk.sent(at, 10);
    const last = new Date("2026-03-13T22:59:59Z"); // 23:59:59 in Berlin.
    const over = new Date("2026-03-13T23:00:00Z");
    await drainJobs(quoteJobs, books.database, last);
    expect(await desk.statusOf(quoteId)).toBe("sent");
    await expect(
      desk.creek(over).quote.accept({ versionId, acceptedByName: "Olga", requestKey: versionId }),
    ).rejects.toThrow("was valid to 2026-03-13");
    await drainJobs(quoteJobs, books.database, over);
    expect(await desk.statusOf(quoteId)).toBe("expired");
    const next = await desk.creek(over).quote.clone({ versionId });
    expect(next.versionId).not.toBe(versionId);
  });

  test("is declined with a reason that those above do not read", async () => {
    const { quoteId, versionId } = await desk.sent(later(1), 10);
    await desk.creek(later(1)).quote.decline({ versionId, reason: "Too dear at 312.50." });
    const [own, above] = [
      await desk.creek().quote.get({ id: quoteId }),
      await desk.as(desk.deal.people.alpine).quote.get({ id: quoteId }),
    ];
    expect([own.version.status, own.version.declinedReason]).toEqual(["declined", "Too dear at 312.50."]);
    expect([above.version.status, above.version.declinedReason]).toEqual(["declined", null]);
  });

  test("is taken back with a reason", async () => {
    const { quoteId, versionId } = await desk.sent(later(1), 10);
    await desk.creek(later(1)).quote.void({ versionId, reason: "Wrong customer." });
    const { version } = await desk.creek().quote.get({ id: quoteId });
    expect([version.status, version.voidedReason]).toEqual(["voided", "manual: Wrong customer."]);
  });

  test("is not changed any more", async () => {
    const { versionId } = await desk.sent(later(1), 10);
    await expect(desk.creek(later(1)).quote.change({ versionId })).rejects.toThrow("Make a new version");
  });

  test("is accepted by its own partner alone", async () => {
    const { versionId } = await desk.sent(later(1), 10);
    const accepting = { versionId, acceptedByName: "Mallory", requestKey: `key-${versionId}` };
    await expect(desk.as(desk.deal.people.blue, later(1)).quote.accept(accepting)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(desk.as(desk.deal.people.other, later(1)).quote.accept(accepting)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(desk.as(desk.deal.people.supplier, later(1)).quote.accept(accepting)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

function quantities(bySku: Record<string, string>) {
  const { components } = desk.deal.offer;
  return Object.fromEntries(
    Object.entries(bySku).map(([sku, amount]) => [components.get(sku) ?? sku, amount]),
  );
}

function text(amount: Money | undefined | null): string {
  return amount ? decimalText(amount) : "unknown";
}

function texts(totals: { once: Money; monthly: Money; term: Money }) {
  return { once: text(totals.once), monthly: text(totals.monthly), term: text(totals.term) };
}
