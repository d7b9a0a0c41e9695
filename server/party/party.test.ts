import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agreementVersion, bankAccount, party } from "@/db/schema/party";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { PartyId } from "@/server/core/ids";
import { addParty } from "./add";
import { amendAgreement } from "./amend";
import { setBankAccount } from "./bank";
import { addCustomer } from "./customer";
import { type Network, openNetwork, place, profile, terms } from "./fixtures";
import { endEdge, joinEdge } from "./join";
import { documentNumber, nextNumber } from "./number";
import { readTerms } from "./read";
import { signAgreement } from "./sign";

const now = new Date("2026-04-01T08:00:00Z");
const later = new Date("2026-05-01T08:00:00Z");

let world: TestDatabase;
let network: Network;
let alpine: PartyId;
let harbor: PartyId;
let creek: PartyId;
let orchard: PartyId;

beforeAll(async () => {
  world = await openTestDatabase();
  network = await openNetwork(world.database, now);
  alpine = await network.add(network.top, "Alpine", "distributor");
  harbor = await network.add(alpine, "Blue Harbor", "reseller");
  creek = await network.add(harbor, "Little Creek", "sub_reseller");
  orchard = await network.add(creek, "Orchard Foods", "customer");
  await network.join(network.top, alpine, "buy_sell");
  await network.join(alpine, harbor, "buy_sell");
  await network.join(harbor, creek, "commission", 100_000n);
});
afterAll(() => world.close());

describe("a party", () => {
  const boats = { name: "Boats", kind: "reseller", ...place } as const;

  test("stands below its parent", async () => {
    const [row] = await network.run(({ db }) => db.select().from(party).where(eq(party.id, creek)));
    expect(row).toMatchObject({
      path: "/alpine/blue-harbor/little-creek/",
      status: "active",
      disclosed: false,
    });
  });

  test("is added once, however often it is asked", async () => {
    const asked = { ...boats, parentId: network.top };
    const add = () => network.run((scope) => addParty(scope, asked));
    const [one, two] = await Promise.all([add(), add()]);
    expect(two).toBe(one);
    await expect(
      network.run((scope) => addParty(scope, { ...asked, profile: { ...profile, city: "Kiel" } })),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test.each([
    ["reseller", "customer", "A reseller cannot stand below a customer."],
    ["supplier", "distributor", "A supplier cannot stand below a distributor."],
  ] as const)("that is a %s is refused below a %s", async (kind, parent, sentence) => {
    const parentId = parent === "customer" ? orchard : alpine;
    const added = network.run((scope) => addParty(scope, { ...boats, kind, parentId }));
    await expect(added).rejects.toThrow(sentence);
  });

  test("that serves customers adds its own, and nobody else's", async () => {
    const sales = network.member(harbor, "/alpine/blue-harbor/", "partner_sales");
    const id = await network.as(sales, (scope) => addCustomer(scope, { name: "Tidewater", ...place }));
    const seen = await network.as(sales, ({ db }) => db.select().from(party).where(eq(party.id, id)));
    expect(seen).toMatchObject([{ path: "/alpine/blue-harbor/tidewater/", parentId: harbor }]);
    const foreign = network.as(sales, (scope) =>
      addCustomer(scope, { name: "X-Ray", ...place, partnerId: alpine }),
    );
    await expect(foreign).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("an edge", () => {
  test("is joined once, and only one a family at a time", async () => {
    await network.run(async (scope) => {
      const { agreementId } = await signAgreement(scope, {
        parentId: alpine,
        childId: harbor,
        name: "Terms",
        terms,
      });
      const edge = {
        parentId: alpine,
        childId: harbor,
        family: "*",
        model: "buy_sell",
        agreementId,
      } as const;
      expect(await joinEdge(scope, edge)).toBe(await joinEdge(scope, edge));
      await expect(joinEdge(scope, { ...edge, model: "agent" })).rejects.toThrow("end that edge first");
    });
  });

  test("needs an agreement of the two, and makes no circle", async () => {
    await network.run(async (scope) => {
      const { agreementId } = await signAgreement(scope, {
        parentId: creek,
        childId: alpine,
        name: "Back",
        terms,
      });
      const edge = { family: "voice", model: "buy_sell", agreementId } as const;
      const stranger = joinEdge(scope, { ...edge, parentId: network.top, childId: alpine });
      await expect(stranger).rejects.toThrow("not between Meridian and Alpine");
      const circle = joinEdge(scope, { ...edge, parentId: creek, childId: alpine });
      await expect(circle).rejects.toThrow("cannot stand above itself");
    });
  });

  test("ends, and makes room for the next", async () => {
    const east = await network.add(network.top, "East", "distributor");
    const west = await network.add(network.top, "West", "reseller");
    await network.run(async (scope) => {
      const agreed = (parentId: PartyId) =>
        signAgreement(scope, { parentId, childId: west, name: "W", terms });
      const edge = { childId: west, family: "*", model: "buy_sell" } as const;
      const first = await agreed(network.top);
      const edgeId = await joinEdge(scope, {
        ...edge,
        parentId: network.top,
        agreementId: first.agreementId,
      });
      await endEdge(scope, { edgeId, validTo: later });
      const second = await agreed(east);
      const moved = { ...edge, parentId: east, agreementId: second.agreementId };
      await expect(joinEdge(scope, moved)).rejects.toMatchObject({ code: "CONFLICT" });
      await joinEdge(scope, { ...moved, validFrom: later });
    });
  });
});

describe("an agreement", () => {
  test("is amended by a next version, and what was signed stays", async () => {
    const signed = await network.run((scope) =>
      signAgreement(scope, { parentId: network.top, childId: harbor, name: "Side letter", terms }),
    );
    const { agreementId } = signed;
    const changed = { ...terms, holdingDays: 30 };
    const amend = () =>
      network.run((scope) => amendAgreement(scope, { agreementId, terms: changed, validFrom: later }));
    const amended = await amend();
    expect(await amend()).toEqual(amended);
    const at = (instant: Date) => network.run((scope) => readTerms(scope, agreementId, instant));
    expect([(await at(now)).holdingDays, (await at(later)).holdingDays]).toEqual([0, 30]);
    const rewrite = network.run(({ db }) =>
      db.update(agreementVersion).set({ holdingDays: 9 }).where(eq(agreementVersion.id, signed.versionId)),
    );
    await expect(rewrite).rejects.toMatchObject({
      cause: { message: expect.stringContaining("cannot be changed") },
    });
  });

  test("is one of a name; the same with other terms is a conflict", async () => {
    const sign = (discountBand: bigint) =>
      network.run((scope) =>
        signAgreement(scope, {
          parentId: alpine,
          childId: creek,
          name: "N",
          terms: { ...terms, discountBand },
        }),
      );
    expect(await sign(1n)).toEqual(await sign(1n));
    await expect(sign(2n)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("an account to be paid to", () => {
  const account = {
    holder: "Blue Harbor IT",
    iban: "DE89 3704 0044 0532 0130 00",
    bic: null,
    currency: place.currency,
  };

  test("is named by the party itself, kept when it changes, and shown to nobody above", async () => {
    const owner = network.member(harbor, "/alpine/blue-harbor/", "partner_owner");
    const set = (iban: string, at: Date) =>
      network.as(owner, (scope) => setBankAccount(scope, { ...account, iban, partyId: harbor }), at);
    await set(account.iban, now);
    await set(account.iban, new Date("2026-04-02T00:00:00Z"));
    await set("AT611904300234573201", later);
    const rows = await network.as(owner, ({ db }) => db.select().from(bankAccount));
    expect(rows.map(({ iban }) => iban)).toEqual(["DE89370400440532013000", "AT611904300234573201"]);
    const above = network.member(alpine, "/alpine/", "partner_owner");
    expect(await network.as(above, ({ db }) => db.select().from(bankAccount))).toEqual([]);
    await expect(
      network.as(above, (scope) => setBankAccount(scope, { ...account, partyId: harbor })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the numbers of a series", () => {
  test("have no gap and no double, also when many ask at once and some fail", async () => {
    const sales = network.member(creek, "/alpine/blue-harbor/little-creek/", "partner_sales");
    const take = (index: number) =>
      network
        .as(sales, async (scope) => {
          const taken = await nextNumber(scope, network.top, "quote");
          if (index % 5 === 0) throw new Error("called off");
          return taken;
        })
        .catch(() => null);
    const taken = await Promise.all(Array.from({ length: 40 }, (_, index) => take(index)));
    const kept = taken.filter((each) => each !== null).sort((left, right) => Number(left - right));
    expect(kept).toEqual(Array.from({ length: 32 }, (_, index) => BigInt(index + 1)));
    expect(documentNumber("Q", kept.at(-1) ?? 0n)).toBe("Q-000032");
  });
});
