import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { PartyId } from "@/server/core/ids";
import { readChain } from "./chain";
import { type Network, openNetwork, terms } from "./fixtures";
import { joinEdge } from "./join";
import { setPartyStatus } from "./set-status";
import { signAgreement } from "./sign";

const now = new Date("2026-04-01T08:00:00Z");

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

describe("a chain", () => {
  const ask = (scope: Parameters<typeof readChain>[0], at = now) =>
    readChain(scope, { partnerId: creek, customerId: orchard, family: "branch", at });

  test("runs from the operator down to the customer, with the terms of each edge", async () => {
    const chain = await network.run((scope) => ask(scope));
    expect(chain.links.map(({ parentId, childId, model }) => [parentId, childId, model])).toEqual([
      [network.top, alpine, "buy_sell"],
      [alpine, harbor, "buy_sell"],
      [harbor, creek, "commission"],
      [creek, orchard, "buy_sell"],
    ]);
    expect(chain.links.map(({ terms: each }) => each?.commissionRate ?? null)).toEqual([
      0n,
      0n,
      100_000n,
      null,
    ]);
    expect(chain.currency).toBe("EUR");
    expect(chain.parties.get(alpine)?.name).toBe("Alpine");
  });

  test("is the same for the partner who quotes, and carries no rate in what is kept", async () => {
    const sales = network.member(creek, "/alpine/blue-harbor/little-creek/", "partner_sales");
    const chain = await network.as(sales, (scope) => ask(scope));
    expect(chain.snapshot).toEqual((await network.run((scope) => ask(scope))).snapshot);
    expect(JSON.stringify(chain.snapshot)).not.toContain("100000");
  });

  test("is not found by a stranger, nor for another's customer", async () => {
    const boats = await network.add(network.top, "Strangers", "reseller");
    const stranger = network.member(boats, "/strangers/", "partner_sales");
    await expect(network.as(stranger, (scope) => ask(scope))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const wrong = network.run((scope) =>
      readChain(scope, { partnerId: harbor, customerId: orchard, family: "branch", at: now }),
    );
    await expect(wrong).rejects.toThrow("Blue Harbor has no such customer.");
  });

  test("is not open before its edges are", async () => {
    const before = new Date("2026-03-01T00:00:00Z");
    await expect(network.run((scope) => ask(scope, before))).rejects.toThrow("This route is not open");
  });

  test("prefers an edge for the family to one for every family", async () => {
    await network.run(async (scope) => {
      const agreed = { parentId: network.top, childId: creek, name: "Direct", terms };
      const { agreementId } = await signAgreement(scope, agreed);
      const edge = {
        parentId: network.top,
        childId: creek,
        family: "voice",
        model: "buy_sell",
        agreementId,
      } as const;
      await joinEdge(scope, edge);
      const chain = await readChain(scope, {
        partnerId: creek,
        customerId: orchard,
        family: "voice",
        at: now,
      });
      expect(chain.links.map(({ parentId }) => parentId)).toEqual([network.top, creek]);
    });
  });

  test("is not open while a partner on it is suspended", async () => {
    const set = (status: "suspended" | "active") =>
      network.run((scope) => setPartyStatus(scope, { id: harbor, status, reason: "an audit" }));
    await set("suspended");
    await expect(network.run((scope) => ask(scope))).rejects.toThrow("a partner on it is suspended");
    await set("active");
    await network.run((scope) => ask(scope));
  });
});
