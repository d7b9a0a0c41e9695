import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import type { Actor } from "@/server/access/actor";
import { inScope } from "@/server/access/scope";
import type { OperatorId, PartyId } from "@/server/core/ids";
import { inRole, isNeon, type OpenDatabase, openDatabase } from "./client";
import { migrate } from "./migrate";
import { party } from "./schema/party";
import { openTestDatabase, type TestDatabase } from "./test-database";

const now = new Date("2026-04-01T00:00:00Z");
const actor: Actor = {
  user: null,
  name: "Ada",
  operator: "meridian" as OperatorId,
  party: "meridian" as PartyId,
  path: "/",
  role: "operator_admin",
};

let world: TestDatabase;
let proxy: Awaited<ReturnType<typeof openProxy>>;
let neon: OpenDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
  proxy = await openProxy();
  neon = openDatabase(world.appUrl, { max: 3, neonProxy: proxy.address });
});
afterAll(async () => {
  await neon.close();
  await proxy.close();
  await world.close();
});

describe("Neon's driver, through a WebSocket", () => {
  test("is chosen by the host", () => {
    expect(isNeon("postgres://u:p@ep-cool-rain-123-pooler.eu-central-1.aws.neon.tech/neondb")).toBe(true);
    expect(isNeon("postgres://u:p@neon.tech.example/neondb")).toBe(false);
    expect(isNeon(world.appUrl)).toBe(false);
  });

  test("keeps what a scope wrote, and undoes what failed", async () => {
    await inScope(neon.database, asking(), ({ db }) => db.insert(party).values(row("meridian")));
    const failing = inScope(neon.database, asking(), async ({ db }) => {
      await db.insert(party).values(row("alpine"));
      throw new Error("called off");
    });
    await expect(failing).rejects.toThrow("called off");
    const rows = await inScope(neon.database, asking(), ({ db }) => db.select().from(party));
    expect(rows.map(({ id }) => id)).toEqual(["meridian"]);
    expect(proxy.connections).toBeGreaterThan(0);
  });

  test("gives dates, exact numbers and big integers as the other driver does", async () => {
    const query =
      "select 9007199254740993::int8 as big, 0.000000000001::numeric as small, count(*) from app.party";
    const [ours, theirs] = await Promise.all([world.database.execute(query), neon.database.execute(query)]);
    expect(theirs.rows).toEqual(ours.rows);
    expect(theirs.rows).toEqual([{ big: "9007199254740993", small: "0.000000000001", count: "0" }]);
    const [first] = await inScope(neon.database, asking(), ({ db }) => db.select().from(party));
    expect(first?.createdAt).toEqual(now);
  });

  test("holds row-level security and the narrow roles", async () => {
    expect(await neon.database.select().from(party)).toEqual([]);
    await inRole(neon.database, "tributary_engine", (db) => db.execute("select from engine.outbox"));
    await expect(neon.database.execute("select from engine.outbox")).rejects.toThrow();
  });

  test("nests transactions by savepoints", async () => {
    const kept = await inScope(neon.database, asking(), async ({ db }) => {
      await db.transaction((inner) => inner.execute("select 1/0")).catch(() => undefined);
      return db.$count(party);
    });
    expect(kept).toBe(1);
  });

  test("migrates", async () => {
    const app = { name: "tributary_by_neon", password: "x" };
    await expect(migrate(world.ownerUrl, app, { neonProxy: proxy.address })).resolves.toEqual({
      applied: [],
    });
  });
});

/**
 * What Neon runs in front of Postgres: WebSocket messages on one side, the bytes of a TCP connection on the
 * other.
 */
async function openProxy() {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const counted = { connections: 0 };
  sockets.on("connection", (socket, request) => {
    counted.connections += 1;
    const { searchParams } = new URL(request.url ?? "", "ws://proxy");
    const [host, port] = (searchParams.get("address") ?? "").split(":");
    const postgres = connect(Number(port), host);
    socket.on("message", (data: Buffer) => postgres.write(data));
    socket.on("close", () => postgres.destroy());
    postgres.on("data", (data) => socket.send(data));
    postgres.on("close", () => socket.close());
    postgres.on("error", () => socket.close());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(counted, {
    address: `127.0.0.1:${port}/v1`,
    close: () => new Promise<void>((resolve) => sockets.close(() => server.close(() => resolve()))),
  });
}

function asking() {
  return { actor, now, correlation: "test" };
}

function row(id: string): typeof party.$inferInsert {
  return {
    operatorId: actor.operator,
    id: id as PartyId,
    path: `/${id}/`,
    name: id,
    kind: "distributor",
    status: "active",
    country: "DE",
    timeZone: "Europe/Berlin",
    currency: "EUR" as (typeof party.$inferInsert)["currency"],
    disclosed: false,
    createdAt: now,
  };
}
