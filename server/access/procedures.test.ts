import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Id, OperatorId, PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { Actor } from "./actor";
import { can, createCallerFactory, router } from "./procedures";
import { inScope, type Scope } from "./scope";

const now = new Date("2026-04-01T00:00:00Z");
const asking = { now, correlation: "test" };
const admin: Actor = {
  user: null,
  name: "Ada",
  operator: "meridian" as OperatorId,
  party: "meridian" as PartyId,
  path: "/",
  role: "operator_admin",
};

let books: TestDatabase;
beforeAll(async () => {
  books = await openTestDatabase();
});
afterAll(() => books.close());

describe("a procedure that writes and then fails", () => {
  test.each([
    ["refuses in its own words", new Refusal("CONFLICT", "Not after noon."), "CONFLICT", "Not after noon."],
    [
      "keeps a defect to itself",
      new Error("pg at 10.0.0.3"),
      "INTERNAL_SERVER_ERROR",
      "Something went wrong. Nothing was changed.",
    ],
  ] as const)("%s, and leaves nothing behind", async (_name, failure, code, message) => {
    const write = can("party.manage").mutation(async ({ ctx }) => {
      await record(ctx.scope);
      throw failure;
    });
    await expect(call(write)).rejects.toMatchObject({ code, message });
    expect(await entries()).toEqual([]);
  });

  test("leaves nothing behind either when it passed over a statement that failed", async () => {
    const write = can("party.manage").mutation(async ({ ctx }) => {
      await record(ctx.scope);
      await ctx.scope.db.execute("select 1/0").catch(() => undefined);
    });
    await expect(call(write)).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
    expect(await entries()).toEqual([]);
  });
});

describe("a procedure", () => {
  const read = can("ledger.read").query(() => "the books");

  test("asks who it is", async () => {
    await expect(call(read, null)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("asks whether they may", async () => {
    await expect(call(read, { ...admin, role: "partner_sales" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await call(read)).toBe("the books");
  });

  test("keeps what it wrote when it succeeds", async () => {
    await call(can("party.manage").mutation(({ ctx }) => record(ctx.scope)));
    expect(await entries()).toHaveLength(1);
  });
});

type Procedure = Parameters<typeof router>[0][string];

function call(procedure: Procedure, actor: Actor | null = admin) {
  const caller = createCallerFactory(router({ procedure }))({ ...asking, actor, database: books.database });
  return (caller as { procedure: () => Promise<unknown> }).procedure();
}

function entries() {
  return inScope(books.database, { actor: admin, ...asking }, ({ db }) => db.select().from(auditEntry));
}

async function record({ db, actor }: Scope): Promise<void> {
  await db.insert(auditEntry).values({
    operatorId: actor.operator,
    id: "aud_1" as Id<"audit">,
    code: "test.thing.written",
    summary: "A thing was written",
    actorId: actor.user,
    actorName: actor.name,
    actorPartyId: actor.party,
    role: actor.role,
    objectKind: "thing",
    objectId: "1",
    correlation: "test",
    happenedAt: now,
  });
}
