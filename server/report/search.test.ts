import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/server/access/actor";
import type { PersonName } from "@/server/demo/deal/people";
import { type Told, tellStory } from "./fixtures";
import { searchAll } from "./search";

let told: Told;
beforeAll(async () => {
  told = await tellStory(3);
}, 180_000);
afterAll(() => told.server.close());

const search = (person: PersonName | Actor, q: string) => told.as(person, (scope) => searchAll(scope, { q }));
const found = async (person: PersonName | Actor, q: string) =>
  (await search(person, q)).hits.map(({ kind, title }) => `${kind} ${title}`);

describe("a search finds", () => {
  test.each([
    ["finance", "INV-1", "invoice INV-000001"],
    ["finance", "inv 000001", "invoice INV-000001"],
    ["finance", "ST-1", "statement ST-000001"],
    ["finance", "PR-1", "payout_run PR-000001"],
    ["finance", "nimbus-focus", "usage_file nimbus-focus-2026-04.csv"],
    ["finance", "Secure", "offer Secure Branch"],
    ["finance", "Alpine", "party Alpine Distribution"],
    ["creekOwner", "Q-2", "quote Q-000002"],
    ["creekOwner", "Orchard", "order O-000002"],
    ["creekOwner", "orchard", "customer Orchard Foods"],
    ["harborOwner", "SUB-1", "subscription SUB-000001"],
    ["nimbusDesk", "nimbus-focus", "usage_file nimbus-focus-2026-04.csv"],
  ] as const)("for %s: “%s”", async (person, q, expected) => {
    expect(await found(person, q)).toContain(expected);
  });

  test("the exact number first, and every hit leads to a page of one's own portal", async () => {
    const { hits } = await search("finance", "2");
    expect(hits).toEqual([]);
    const [first] = (await search("finance", "000002")).hits;
    expect(first?.title).toBe("Q-000002");
    const all = (await search("creekOwner", "orchard")).hits;
    expect(all.length).toBeGreaterThan(3);
    expect(all.every(({ href }) => href.startsWith("/partner/"))).toBe(true);
  });
});

describe("a search does not find", () => {
  test.each([
    ["creekOwner", "Tidewater"], // a customer of the reseller above
    ["creekOwner", "Northgate"], // another branch of the tree
    ["creekOwner", "Q-1"], // a quote of the reseller above
    ["creekOwner", "nimbus-focus"], // the supplier's file
    ["alpineOwner", "Summit"],
    ["nimbusDesk", "Orchard"],
    ["nimbusDesk", "INV-1"],
    ["castellanDesk", "nimbus-focus"],
  ] as const)("for %s what is not theirs: “%s”", async (person, q) => {
    expect(await found(person, q)).toEqual([]);
  });

  test("what the role may not read", async () => {
    const sales: Actor = { ...told.world.deal.people.creekOwner, role: "partner_sales" };
    const isStatement = (hit: string) => hit.startsWith("statement");
    expect((await found("creekOwner", "ST")).some(isStatement)).toBe(true);
    expect((await found(sales, "ST")).some(isStatement)).toBe(false);
  });

  test("anything of another operator", async () => {
    const stranger = {
      ...told.world.deal.people.finance,
      operator: "opr_other",
      party: "opr_other",
    } as Actor;
    for (const q of ["INV-1", "Orchard", "Secure", "nimbus"]) expect(await found(stranger, q)).toEqual([]);
  });

  test("a wildcard, as a wildcard", async () => {
    expect(await found("finance", "%%")).toEqual([]);
    expect(await found("finance", "__")).toEqual([]);
  });
});

test("no hit carries an amount, a price, or the name of a party that its reader does not know", async () => {
  const names = await told.server.owner.query<{ id: string; name: string }>("select id, name from app.party");
  for (const person of ["creekOwner", "alpineOwner", "redwoodOwner", "nimbusDesk"] as const) {
    const known = await told.as(person, async (scope) => {
      const { rows } = await scope.db.execute<{ name: string }>("select name from app.party");
      return new Set(rows.map(({ name }) => name));
    });
    for (const q of ["INV", "ST", "Q", "000001", "000002", "000003", "an", "in", "er", "Se"]) {
      const text = JSON.stringify(
        (await search(person, q)).hits.map(({ title, subtitle }) => [title, subtitle]),
      );
      expect(text).not.toMatch(/EUR|USD|\d[.,]\d\d\b/);
      for (const { name } of names.rows)
        if (!known.has(name)) expect(text, `${person}: ${q}`).not.toContain(name);
    }
  }
});
