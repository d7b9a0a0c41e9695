import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRole } from "@/db/client";
import { refuseUnsafeRole } from "@/db/role";
import { party } from "@/db/schema/party";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { OperatorId, PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { Refusal } from "@/server/core/refusal";
import type { Actor } from "./actor";
import { type Database, elevated, inScope } from "./scope";

const now = new Date("2026-04-01T00:00:00Z");
const tenants = Array.from({ length: 50 }, (_, index) => `operator-${index}`);
const requests = 10_000;

let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase({ max: 5 });
  for (const tenant of tenants) await settle(tenant);
});
afterAll(() => world.close());

describe("row-level security on pooled connections", () => {
  const load = `${requests} requests of ${tenants.length} operators on 5 connections`;
  test(`shows no row of another in ${load}`, async () => {
    let strangers = 0;
    let answered = 0;
    await inFlight(100, requests, async (number) => {
      const tenant = tenants[(number * 7919) % tenants.length] ?? "";
      const rows = await request(tenant, number).catch(() => []);
      answered += rows.length > 0 ? 1 : 0;
      strangers += rows.filter((row) => row.operatorId !== tenant).length;
    });
    expect({ strangers, answered }).toEqual({ strangers: 0, answered: requests - requests / 10 });
  }, 120_000);

  test("shows nothing at all outside a scope", async () => {
    expect(await world.database.select().from(party)).toEqual([]);
  });

  /**
   * Reads all parties it can see; every tenth fails in the middle, by a statement, a throw or a lost
   * connection.
   */
  async function request(tenant: string, number: number) {
    return inScope(world.database, asking(admin(tenant)), async ({ db }) => {
      const rows = await db.select().from(party);
      if (number % 10 === 0) await failBy(number / 10, db);
      return rows;
    });
  }
});

describe("a scope", () => {
  const reseller = actor("operator-3", "reseller", "/reseller/", "partner_sales");

  test("sees its party's subtree and what stands above it, not what stands beside it", async () => {
    expect(await names(reseller)).toEqual(["operator-3", "reseller"]);
  });

  test("sees more while it is elevated, and no more than before when that is over", async () => {
    const seen = await inScope(world.database, asking(reseller), async (scope) => {
      const before = await scope.db.$count(party);
      const during = await elevated(scope, ({ db }) => db.$count(party));
      return { before, during, after: await scope.db.$count(party) };
    });
    expect(seen).toEqual({ before: 2, during: 3, after: 2 });
  });

  test("sees no more than before either when what it did elevated was refused", async () => {
    const seen = await inScope(world.database, asking(reseller), async (scope) => {
      const refused = elevated(scope, async () => {
        throw new Refusal("CONFLICT", "Not now.");
      });
      await expect(refused).rejects.toThrow("Not now.");
      return scope.db.$count(party);
    });
    expect(seen).toBe(2);
  });

  test("cannot be talked out of its operator by a name full of quotes", async () => {
    const sly = actor(
      "operator-3' or true --",
      "x', false), set_config('app.operator_id', 'operator-4",
      "/",
      "system",
    );
    expect(await inScope(world.database, asking(sly), ({ db }) => db.select().from(party))).toEqual([]);
  });

  test("writes nothing for another operator", async () => {
    const write = inScope(world.database, asking(admin("operator-3")), ({ db }) =>
      db.insert(party).values(row("operator-4", "intruder", "/intruder/")),
    );
    await expect(write).rejects.toMatchObject({
      cause: { message: expect.stringContaining("row-level security") },
    });
  });

  test("changes nothing of another operator", async () => {
    await inScope(world.database, asking(admin("operator-3")), ({ db }) =>
      db
        .update(party)
        .set({ name: "taken" })
        .where(eq(party.operatorId, "operator-4" as OperatorId)),
    );
    const { rows } = await world.owner.query("select from app.party where name = 'taken'");
    expect(rows).toEqual([]);
  });

  async function names(who: Actor) {
    const rows = await inScope(world.database, asking(who), ({ db }) =>
      db.select().from(party).orderBy(party.id),
    );
    return rows.map(({ id }) => id);
  }
});

describe("the narrow schemas", () => {
  test.each(["identity.session", "engine.outbox", "engine.run", "pgboss.job"])(
    "%s is closed to the app's role",
    async (name) => {
      await expect(world.database.execute(`select from ${name}`)).rejects.toMatchObject({
        cause: { message: expect.stringContaining("permission denied") },
      });
    },
  );

  test("open in their own role, and close with its transaction", async () => {
    await inRole(world.database, "tributary_identity", (db) => db.execute("select from identity.session"));
    await inRole(world.database, "tributary_engine", (db) =>
      db.execute("select from engine.outbox, pgboss.job"),
    );
    await expect(world.database.execute("select from identity.session")).rejects.toThrow();
  });

  test("do not open each other, nor the business", async () => {
    const asEngine = (query: string) => inRole(world.database, "tributary_engine", (db) => db.execute(query));
    await expect(asEngine("select from identity.session")).rejects.toThrow();
    await expect(asEngine("select from app.party")).rejects.toThrow();
  });

  test("cannot be entered from inside a transaction", async () => {
    const inside = world.database.transaction(async (db) =>
      inRole(db, "tributary_engine", async () => undefined),
    );
    await expect(inside).rejects.toThrow("begins its own transaction");
  });
});

describe("the start", () => {
  test("accepts the app's role", async () => {
    await expect(refuseUnsafeRole(world.database)).resolves.toBeUndefined();
  });

  test("refuses a superuser", async () => {
    const { drizzle } = await import("drizzle-orm/node-postgres");
    await expect(refuseUnsafeRole(drizzle(world.owner))).rejects.toThrow("is a superuser");
  });

  test.each([
    ["bypassrls", "", "may bypass row-level security"],
    ["nosuperuser", "create table app.own (); alter table app.own owner to", "owns the table app.own"],
  ])("refuses a role with %s %s", async (attribute, owning, sentence) => {
    const { openDatabase } = await import("@/db/client");
    const { urlAs } = await import("@/db/address");
    const name = `unsafe_${attribute}`;
    await world.owner.query(`create role ${name} login password 'x' ${attribute}`);
    if (owning) await world.owner.query(`${owning} ${name}`);
    const unsafe = openDatabase(urlAs(world.ownerUrl, { name, password: "x" }), { max: 1 });
    await expect(refuseUnsafeRole(unsafe.database)).rejects.toThrow(sentence);
    await unsafe.close();
    await world.owner.query(`drop table if exists app.own; drop role ${name}`);
  });
});

async function failBy(number: number, db: Database): Promise<void> {
  if (number % 3 === 0) await db.execute("select 1/0");
  if (number % 3 === 1) await db.execute("select pg_terminate_backend(pg_backend_pid())");
  throw new Error("called off");
}

async function inFlight(most: number, count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: most }, worker));
}

async function settle(tenant: string): Promise<void> {
  await inScope(world.database, asking(admin(tenant)), async ({ db }) => {
    await db
      .insert(party)
      .values([
        row(tenant, tenant, "/"),
        row(tenant, "reseller", "/reseller/"),
        row(tenant, "sibling", "/sibling/"),
      ]);
  });
}

function row(operator: string, id: string, path: string): typeof party.$inferInsert {
  return {
    operatorId: operator as OperatorId,
    id: id as PartyId,
    path,
    name: id,
    kind: "distributor",
    status: "active",
    country: "DE",
    timeZone: "Europe/Berlin",
    currency: "EUR" as Currency,
    disclosed: false,
    createdAt: now,
  };
}

function asking(who: Actor) {
  return { actor: who, now, correlation: "test" };
}

function admin(operator: string): Actor {
  return actor(operator, operator, "/", "operator_admin");
}

function actor(operator: string, id: string, path: string, role: Actor["role"]): Actor {
  return { user: null, name: id, operator: operator as OperatorId, party: id as PartyId, path, role };
}
