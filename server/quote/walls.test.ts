import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approval } from "@/db/schema/approval";
import { orderLeg } from "@/db/schema/order";
import { quote, quoteLeg } from "@/db/schema/quote";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Actor } from "@/server/access/actor";
import { createCallerFactory, router } from "@/server/access/procedures";
import { inScope } from "@/server/access/scope";
import { approvalRouter } from "@/server/approval/router";
import { canonicalJson } from "@/server/core/digest";
import type { Id } from "@/server/core/ids";
import { drainJobs } from "@/server/events/drain";
import { orderJobs } from "@/server/order/jobs";
import { orderRouter } from "@/server/order/router";
import { type Deal, openDeal } from "./fixtures/deal";
import { customerRouter, quoteRouter } from "./router";
import { mayKnowLeg } from "./rules/sight";

const now = new Date("2026-03-02T09:00:00Z");
const caller = createCallerFactory(
  router({ quote: quoteRouter, customer: customerRouter, approval: approvalRouter, order: orderRouter }),
);

let books: TestDatabase;
let deal: Deal;
let quoteId: Id<"quote">;
let versionId: Id<"quoteVersion">;
let orderId: Id<"order">;

/** One deal, quoted with a discount of 12 % that was approved, accepted and ordered. */
beforeAll(async () => {
  books = await openTestDatabase();
  deal = await openDeal(books.database, now);
  const { creek, finance } = deal.people;
  const asked = { customerId: deal.parties.orchard, offerId: deal.offer.offerId, discountRate: 120_000n };
  ({ quoteId, versionId } = await as(creek).quote.draft(asked));
  await as(creek).quote.submit({ versionId, reason: "Their first branch, at 12 % off." });
  const { rows } = await as(finance).approval.queue({});
  const request = rows.find(({ subjectId }) => subjectId === versionId);
  const approvalId = request?.id ?? ("" as Id<"approval">);
  const comment = "Blue Harbor keeps 6.22 a month.";
  await as(finance).quote.decideException({ approvalId, decision: "approved", comment });
  await as(creek).quote.send({ versionId });
  await as(creek).quote.accept({ versionId, acceptedByName: "Olga", requestKey: versionId });
  await drainJobs(orderJobs, books.database, now);
  orderId = (await as(creek).order.ofQuote({ quoteVersionId: versionId }))?.id ?? orderId;
});
afterAll(() => books.close());

const roles = ["alpine", "blue", "creek", "other", "supplier"] as const;

/** The price of a seat, and a month of a line, on each edge: numbers that stand nowhere else. */
const secrets = {
  cost: ['"2.4"', "1050"],
  toAlpine: ['"3"', "7500"],
  toBlue: ['"3.3"', "8250"],
  toCustomer: ['"4"', "8800"],
} as const;

const knows = {
  alpine: ["toAlpine", "toBlue"],
  blue: ["toBlue", "toCustomer"],
  creek: ["toCustomer"],
  other: [],
  supplier: ["cost"],
} as const satisfies Record<(typeof roles)[number], readonly (keyof typeof secrets)[]>;

describe("the legs of a quote and of its order", () => {
  test.each(roles)("show %s its own, whatever it selects", async (role) => {
    const actor = deal.people[role];
    const all = await rows(deal.people.admin);
    const seen = await rows(actor);
    const own = (legs: typeof all.quoted) =>
      legs.filter((leg) => mayKnowLeg({ partyId: actor.party, isOperator: false }, leg)).map(({ id }) => id);
    expect(seen.quoted.map(({ id }) => id).sort()).toEqual(own(all.quoted).sort());
    expect(seen.ordered.length).toBe(own(all.quoted).length);
    expect(pricesIn(seen)).toEqual([...knows[role]]);
  });

  test.each(roles)("show %s no other price in the answer of any procedure", async (role) => {
    const asked = as(deal.people[role]);
    const answers = await Promise.all([
      tried(() => asked.quote.get({ id: quoteId })),
      tried(() => asked.quote.list({})),
      tried(() => asked.order.get({ id: orderId })),
      tried(() => asked.order.list({})),
      tried(() => asked.order.ofQuote({ quoteVersionId: versionId })),
      tried(() => asked.customer.list({})),
      tried(() => asked.approval.queue({})),
      tried(() => asked.quote.wishes({ versionId })),
      tried(() => asked.quote.clone({ versionId })),
    ]);
    const may: readonly string[] = knows[role];
    expect(pricesIn(answers).filter((edge) => !may.includes(edge))).toEqual([]);
  });

  test("explain themselves to those who may see them, and to nobody else", async () => {
    const { quoted } = await rows(deal.people.admin);
    for (const role of roles) {
      const actor = deal.people[role];
      const told = quoted.map(async (leg) => {
        const known = mayKnowLeg({ partyId: actor.party, isOperator: false }, leg);
        const answer = await tried(() => as(actor).quote.explain({ legId: leg.id }));
        const isTold = answer.includes(leg.priceVersionId) && answer.includes(`"${leg.amount}"`);
        return isTold === known || role === "supplier"; // Suppliers have no business with quotes.
      });
      expect(await Promise.all(told)).not.toContain(false);
    }
  });

  test("cannot be written by a partner, not even its own", async () => {
    const [mine] = (await rows(deal.people.creek)).quoted;
    if (!mine) throw new Error("Little Creek has a leg.");
    const forged = inScope(books.database, asking(deal.people.creek), ({ db }) =>
      db.insert(quoteLeg).values({ ...mine, id: "qlg_forged" as Id<"quoteLeg">, number: 9, amount: 1n }),
    );
    await expect(forged).rejects.toThrow();
    const changed = await inScope(books.database, asking(deal.people.creek), ({ db }) =>
      db.update(quoteLeg).set({ amount: 1n }).returning({ id: quoteLeg.id }),
    );
    expect(changed).toEqual([]);
  });
});

test("a supplier sees what is ordered of it, at its own price, and not for whom", async () => {
  const { rows: items, total } = await as(deal.people.supplier).order.items({});
  expect(total).toBe(4);
  expect(items.map(({ sku, price }) => `${sku} ${price?.unitPrice}`).sort()).toEqual([
    "CPU 0.0105",
    "LINK 20",
    "SEAT 2.4",
    "SETUP 100",
  ]);
  expect(canonicalJson(items)).not.toMatch(/Orchard|Creek|Secure Branch/);
  expect((await as(deal.people.creek).order.items({})).total).toBe(0);
});

describe("whoever stands above a partner", () => {
  test("sees its quote and order and where they stand, without what the customer pays", async () => {
    const seen = await as(deal.people.alpine).quote.get({ id: quoteId });
    expect([seen.version.status, seen.version.totals]).toEqual(["ordered", null]);
    const [row] = (await as(deal.people.alpine).quote.list({})).rows;
    expect([row?.customerName, row?.monthly]).toEqual(["Orchard Foods", null]);
    expect((await as(deal.people.alpine).order.get({ id: orderId })).status).toBe("acknowledged");
  });

  test("reads neither the reason for a discount nor what was decided on it", async () => {
    for (const actor of [deal.people.alpine, deal.people.blue]) {
      expect((await as(actor).quote.get({ id: quoteId })).approvals).toEqual([]);
      const selected = await inScope(books.database, asking(actor), ({ db }) => db.select().from(approval));
      expect(selected).toEqual([]);
    }
  });

  test("does not act for it", async () => {
    await expect(as(deal.people.blue).quote.clone({ versionId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("a stranger", () => {
  test("finds no quote, no order and no customer of others", async () => {
    const asked = as(deal.people.other);
    await expect(asked.quote.get({ id: quoteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(asked.order.get({ id: orderId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(asked.quote.send({ versionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(asked.customer.get({ id: deal.parties.orchard })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const selected = await inScope(books.database, asking(deal.people.other), ({ db }) =>
      db.select().from(quote),
    );
    expect(selected).toEqual([]);
  });

  test("of another operator finds nothing at all", async () => {
    const neighbour = await openDeal(books.database, now);
    const asked = as(neighbour.people.admin);
    await expect(asked.quote.get({ id: quoteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await asked.quote.list({})).total).toBe(0);
    expect((await asked.approval.queue({ filters: { kind: ["quote_version"] } })).total).toBe(0);
  });
});

test("a price missing on another edge is missed without naming the tier or a price", async () => {
  const { creek } = deal.people;
  const tidewater = { customerId: deal.parties.tidewater, offerId: deal.offer.offerId };
  await expect(as(creek).quote.draft(tidewater)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const beyond = await as(deal.people.other)
    .customer.add({
      name: "Quarry",
      country: "DE",
      timeZone: "Europe/Berlin",
      currency: "EUR" as never,
      profile,
    })
    .then(({ customerId }) => tried(() => as(deal.people.other).quote.draft({ ...tidewater, customerId })));
  expect(beyond).toContain("a price in EUR is missing");
  expect(beyond).not.toMatch(/Alpine|Meridian|Nimbus|\d/);
});

const profile = {
  ...{ legalName: "Quarry GmbH", taxId: null, street: "Am Bruch 1", postcode: "20457", city: "Hamburg" },
  email: "desk@quarry.example",
};

function asking(actor: Actor) {
  return { actor, now, correlation: "test" };
}

function as(actor: Actor) {
  return caller({ ...asking(actor), database: books.database });
}

function rows(actor: Actor) {
  return inScope(books.database, asking(actor), async ({ db }) => ({
    quoted: await db.select().from(quoteLeg),
    ordered: await db.select().from(orderLeg),
  }));
}

/** What a call answers, or the words it is refused with. */
async function tried(call: () => Promise<unknown>): Promise<string> {
  return call().then(canonicalJson, (error: Error) => `refused: ${error.message}`);
}

/** Which edges' prices stand in an answer. */
function pricesIn(answer: unknown): readonly string[] {
  const text = typeof answer === "string" ? answer : canonicalJson(answer);
  const told = ([unit, month]: readonly [string, string]) =>
    [`"unitPrice":${unit}`, `"minor":"${month}"`, `"amount":"${month}"`].some((part) => text.includes(part));
  return Object.entries(secrets).flatMap(([edge, numbers]) => (told(numbers) ? [edge] : []));
}
