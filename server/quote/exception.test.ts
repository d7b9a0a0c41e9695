import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Actor } from "@/server/access/actor";
import { decimalText, type Money } from "@/server/core/money/money";
import { type Desk, openDesk, percent } from "./fixtures/desk";

const now = new Date("2026-03-02T09:00:00Z");

let books: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  books = await openTestDatabase();
  desk = await openDesk(books, now);
});
afterAll(() => books.close());

describe("a discount beyond the band", () => {
  test("needs a reason, then waits for the operator, and is sent once it is approved", async () => {
    const { quoteId, versionId } = await desk.creek().quote.draft(desk.wishes(12));
    await expect(desk.creek().quote.submit({ versionId })).rejects.toThrow("Say why the deal is worth it.");
    expect(await desk.statusOf(quoteId)).toBe("draft");
    const approvalId = await desk.asked(versionId);
    await expect(desk.creek().quote.send({ versionId })).rejects.toMatchObject({ code: "CONFLICT" });
    await desk.finance().quote.decideException({ approvalId, decision: "approved", comment: "" });
    expect(await desk.creek().quote.send({ versionId })).toEqual({ status: "sent" });
  });

  test("shows the operator what each tier keeps with it and without it", async () => {
    const { versionId } = await desk.creek().quote.draft(desk.wishes(12));
    const { consequence, discountRate, discountBand } = await desk.finance().quote.exception({
      approvalId: await desk.asked(versionId),
    });
    expect([discountRate, discountBand]).toEqual([percent(12), percent(5)]);
    const kept = consequence?.tiers.map(({ name, with: after, without }) => [
      name,
      text(without.monthly.margin),
      text(after.monthly.margin),
    ]);
    // A month of Blue Harbor's: it buys at 170.00 and sells at 222.50 less 12 %, rounded by line to 195.80.
    expect(kept).toEqual([
      ["Meridian", "39.50", "39.50"],
      ["Alpine Distribution", "20.00", "20.00"],
      ["Blue Harbor IT", "30.25", "6.22"],
      ["Little Creek Systems", "22.25", "19.58"],
    ]);
    expect(consequence?.bearerName).toBe("Blue Harbor IT");
  });

  test("comes back to be done otherwise, with the comment", async () => {
    const { quoteId, versionId } = await desk.creek().quote.draft(desk.wishes(13));
    const approvalId = await desk.asked(versionId);
    const without = desk.finance().quote.decideException({ approvalId, decision: "sent_back", comment: " " });
    await expect(without).rejects.toThrow("Say why");
    await desk
      .finance()
      .quote.decideException({ approvalId, decision: "sent_back", comment: "Ten is enough." });
    const seen = await desk.creek().quote.get({ id: quoteId });
    expect([seen.version.status, seen.approvals[0]?.comment]).toEqual(["draft", "Ten is enough."]);
    await desk.creek().quote.change({ versionId, discountRate: percent(4) });
    expect(await desk.creek().quote.submit({ versionId })).toEqual({ status: "approved" });
  });

  test("ends the version when it is rejected, and the next one starts from it", async () => {
    const { quoteId, versionId } = await desk.creek().quote.draft(desk.wishes(50));
    const approvalId = await desk.asked(versionId);
    await desk
      .finance()
      .quote.decideException({ approvalId, decision: "rejected", comment: "Not at half price." });
    expect(await desk.statusOf(quoteId)).toBe("voided");
    const next = await desk.creek().quote.clone({ versionId });
    expect((await desk.creek().quote.wishes({ versionId: next.versionId })).discountRate).toBe(percent(50));
  });

  test("is remembered when the next one is decided", async () => {
    const { versionId } = await desk.creek().quote.draft(desk.wishes(13));
    const { past } = await desk.finance().quote.exception({ approvalId: await desk.asked(versionId) });
    expect(past[0]).toMatchObject({ status: "sent_back", rate: percent(13), comment: "Ten is enough." });
    expect(past.length).toBeGreaterThan(1);
  });

  test("needs a decision also within the band, when the operator is to bear it", async () => {
    const asked = { ...desk.wishes(2), discountBearerId: desk.deal.net.top };
    const { versionId } = await desk.creek().quote.draft(asked);
    const approvalId = await desk.asked(versionId);
    const { consequence } = await desk.finance().quote.exception({ approvalId });
    const margins = consequence?.tiers.map(({ with: after }) => text(after.monthly.margin));
    // The operator pays 4.45 of discount to Blue Harbor; the commission is a part of what the customer pays.
    expect(margins).toEqual(["35.05", "20.00", "30.69", "21.81"]);
  });

  test("waits in the queue: what is open first, the longest first, then what was decided", async () => {
    const { rows } = await desk.finance().approval.queue({ filters: { kind: ["quote_version"] } });
    const open = rows.filter(({ status }) => status === "pending");
    expect(rows.slice(0, open.length)).toEqual(open);
    expect(open.length).toBeGreaterThan(1);
    expect(open.map(({ id }) => id)).toEqual(open.map(({ id }) => id).sort());
    const { rows: found } = await desk
      .finance()
      .approval.queue({ q: "little creek", filters: { status: ["rejected"] } });
    expect(found.map(({ status }) => status)).toEqual(["rejected"]);
  });

  test("is decided by somebody else than who asked, whichever membership they use", async () => {
    const { versionId } = await desk.creek().quote.draft(desk.wishes(12));
    const approvalId = await desk.asked(versionId);
    const cleoAtMeridian: Actor = {
      ...desk.deal.people.finance,
      user: desk.deal.people.creek.user,
      name: "C. at Meridian",
    };
    await expect(
      desk.as(cleoAtMeridian).quote.decideException({ approvalId, decision: "approved", comment: "Fine." }),
    ).rejects.toThrow("You asked for this yourself");
    await expect(
      desk.creek().quote.decideException({ approvalId, decision: "approved", comment: "Fine." }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      desk
        .as(desk.deal.people.auditor)
        .quote.decideException({ approvalId, decision: "approved", comment: "Fine." }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("is void once the quote changes, and what was approved cannot be sent", async () => {
    const { quoteId, versionId } = await desk.creek().quote.draft(desk.wishes(12));
    const approvalId = await desk.asked(versionId);
    await desk.finance().quote.decideException({ approvalId, decision: "approved", comment: "" });
    await desk.creek().quote.change({ versionId, discountRate: percent(30) });
    const { version, approvals } = await desk.creek().quote.get({ id: quoteId });
    expect([version.status, approvals[0]?.status]).toEqual(["draft", "voided"]);
    await expect(desk.creek().quote.send({ versionId })).rejects.toThrow("cannot become sent");
    expect((await desk.finance().quote.exception({ approvalId })).consequence).toBeNull();
  });

  test("is void while it waits, and cannot be decided any more", async () => {
    const { versionId } = await desk.creek().quote.draft(desk.wishes(12));
    const approvalId = await desk.asked(versionId);
    await desk.creek().quote.change({ versionId, discountRate: percent(3) });
    await expect(
      desk.finance().quote.decideException({ approvalId, decision: "approved", comment: "" }),
    ).rejects.toThrow("already void");
  });
});

function text(amount: Money | undefined | null): string {
  return amount ? decimalText(amount) : "unknown";
}
