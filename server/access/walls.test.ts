import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { newId, type PartyId } from "@/server/core/ids";
import type { PersonName } from "@/server/demo/deal/people";
import { playYear } from "@/server/demo/year/play";
import type { World } from "@/server/demo/year/world";
import { env } from "@/server/env";
import { setEventContext } from "@/server/events/context";
import { foundOperator } from "@/server/party/found";
import { appRouter, createCaller } from "@/server/router";
import { type Actor, isOperator, roles } from "./actor";
import { may, type Permission } from "./permissions";
import { rowsOf } from "./walls-rows";
import { walls } from "./walls-table";

const now = new Date("2026-05-20T10:00:00Z");
const procedures = Object.entries(appRouter._def.procedures) as unknown as readonly [
  string,
  {
    readonly _def: {
      readonly type: "query" | "mutation";
      readonly meta: { readonly permission: Permission };
    };
  },
][];
const viewers = [
  ...["finance", "alpineOwner", "harborOwner", "creekOwner", "creekSales", "northgateOwner", "redwoodOwner"],
  ...["nimbusDesk", "castellanDesk", "fieldlineDesk", "stranger"],
] as const satisfies readonly (PersonName | "stranger")[];

let server: TestDatabase;
let world: World;
let stranger: Actor;

beforeAll(async () => {
  server = await openTestDatabase();
  setEventContext({ database: server.database, clock: () => now });
  world = await playYear(server.database, { now, months: 3, signingKey: env().secrets.signing });
  const { rows } = await server.owner.query("select * from app.party_profile limit 1");
  const profile = {
    legalName: "Boreal",
    taxId: null,
    street: "a",
    postcode: "b",
    city: "c",
    email: rows[0].email,
  };
  const operator = await foundOperator(server.database, {
    ...{ name: "Boreal Telecom", country: "DE", timeZone: "Europe/Berlin", currency: "EUR" as never },
    ...{ profile, now },
  });
  const party = operator as string as PartyId;
  stranger = { user: null, name: "Stranger", operator, party, path: "/", role: "operator_admin" };
}, 120_000);
afterAll(() => server.close());

function personOf(name: PersonName | "stranger"): Actor {
  return name === "stranger" ? stranger : world.deal.people[name];
}

/** What a call comes to: `ok`, or the code of its refusal. */
async function call(actor: Actor | null, name: string, input: unknown): Promise<string> {
  const caller = createCaller({ actor, database: server.database, now, correlation: "walls" });
  const procedure = name
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller);
  try {
    await (procedure as (given: unknown) => Promise<unknown>)(input);
    return "ok";
  } catch (error) {
    if (error instanceof TRPCError) return error.code;
    throw error;
  }
}

describe("every procedure", () => {
  test("stands in the table of walls, and the table names nothing else", () => {
    expect(Object.keys(walls).sort()).toEqual(procedures.map(([name]) => name).sort());
  });

  test("asks who is there, and lets in only the roles of its permission", async () => {
    const wrong: string[] = [];
    for (const [name, { _def }] of procedures) {
      if (name.startsWith("session.")) continue; // Their browser is missing here.
      if ((await call(null, name, null)) !== "UNAUTHORIZED") wrong.push(`${name} let a stranger in`);
      for (const role of roles) {
        const answer = await call({ ...personOf("finance"), role, path: "/nobody/" }, name, null);
        const allowed = may({ role }, _def.meta.permission);
        if ((answer === "FORBIDDEN") === allowed) wrong.push(`${name} answered ${role} with ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

type Row = {
  readonly id: string;
  readonly path: string | null;
  readonly parties: readonly (string | null)[] | null;
  readonly all: boolean;
  /** Known to those who stand below it as well. */
  readonly upward?: boolean;
};

function sees(viewer: Actor, row: Row): boolean {
  if (viewer === stranger) return false;
  if (isOperator(viewer)) return true;
  const above = row.path?.startsWith(viewer.path) ?? false;
  const below = row.upward === true && row.path !== null && viewer.path.startsWith(row.path);
  return row.all || above || below || (row.parties?.includes(viewer.party) ?? false);
}

/** Up to eight rows, one for each set of viewers first, so that own and foreign ones are among them. */
async function sample(kind: string): Promise<readonly Row[]> {
  const { rows } = await server.owner.query<Row>(`
    select id, path, parties, "all", ${kind === "party"} as upward from (
      select *, row_number() over (partition by path, parties, "all" order by id) as place
        from (${rowsOf(kind)}) each
      where operator_id = '${world.deal.operatorId}'
    ) ranked order by place, id limit 8`);
  return rows;
}

describe("a row that is not theirs is to nobody's knowledge", () => {
  const about = procedures.filter(([name]) => walls[name]);

  test.each(about.map(([name, { _def }]) => [name, _def] as const))(
    "%s",
    async (name, { type, meta }) => {
      const wall = walls[name];
      if (!wall) return;
      const wrong: string[] = [];
      const rows = await sample(wall.kind);
      expect(rows.length, `there are rows of ${wall.kind}`).toBeGreaterThan(0);
      const missing = {
        id: `${rows[0]?.id.split("_")[0]}_${newId("event", now).slice(4)}`,
        path: null,
        parties: null,
        all: false,
      };
      for (const viewer of viewers) {
        const actor = personOf(viewer);
        for (const row of [...rows, missing]) {
          const isKnown = wall.sight === undefined || may(actor, wall.sight);
          const isSeen = isKnown && row !== missing && sees(actor, row);
          if (isSeen && type === "mutation") continue; // Tried by its own tests.
          const answer = await call(actor, name, { ...wall.rest, [wall.key]: row.id });
          const expected = !may(actor, meta.permission) ? "FORBIDDEN" : isSeen ? "ok" : "NOT_FOUND";
          if (isSeen && wall.ownersOnly && answer === "FORBIDDEN") continue;
          if (answer !== expected) wrong.push(`${viewer}, ${row.id}: ${answer}, not ${expected}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

describe("no price of an edge that is not theirs", () => {
  const list = { q: "", page: 1, size: 200, filters: {} };
  /** Prices that stand on one edge alone, as `server/demo/deal/prices.ts` sets them. */
  const secrets = {
    cost: ["0.031", "0.0225", "0.0000375"],
    alpineBuys: ["0.038", "0.0275", "0.000036"],
    harborBuys: ["0.0415", "0.0305", "0.0000495"],
    customerPays: ["0.0545", "0.0479", "0.000065"],
  } as const;

  test.each([
    //  viewer         may not learn
    ["creekOwner", ["cost", "alpineBuys", "harborBuys"]],
    ["harborOwner", ["cost", "alpineBuys"]],
    ["alpineOwner", ["cost", "customerPays"]],
    ["northgateOwner", ["cost", "alpineBuys", "harborBuys", "customerPays"]],
    ["castellanDesk", ["cost", "alpineBuys", "harborBuys", "customerPays"]],
    ["nimbusDesk", ["alpineBuys", "harborBuys", "customerPays"]],
  ] as const)(
    "%s learns it from nothing that the API answers",
    async (viewer, hidden) => {
      const actor = personOf(viewer);
      const caller = createCaller({ actor, database: server.database, now, correlation: "walls" });
      const said: string[] = [];
      const hear = async (name: string, input: unknown) => {
        const procedure = name
          .split(".")
          .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller);
        const answer = await (procedure as (given: unknown) => Promise<unknown>)(input).catch(
          (error) => error.message,
        );
        said.push(
          JSON.stringify(answer, (_key, each) => (typeof each === "bigint" ? `${each}n` : each)) ?? "",
        );
      };
      for (const [name, { _def }] of procedures) {
        if (_def.type !== "query") continue;
        const wall = walls[name];
        if (!wall) await hear(name, list);
        else for (const { id } of await sample(wall.kind)) await hear(name, { ...wall.rest, [wall.key]: id });
      }
      const all = said.join("\n");
      const leaked = hidden
        .flatMap((edge) => secrets[edge])
        .filter((price) => new RegExp(`\\b${price}0*\\b`).test(all));
      expect(leaked).toEqual([]);
    },
    60_000,
  );
});
