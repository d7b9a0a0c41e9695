import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "./test-database";

let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
  await as(
    "on",
    `insert into app.party select 'm', id, null, '/' || id || '/', id, 'operator', 'active', 'DE',
    'Europe/Berlin', 'EUR', false, '2026-01-01' from unnest(array['m', 'a']) id;
    insert into app.agreement values ('m', 'agr', 'm', 'a', 'Terms', '2026-01-01');
    insert into app.price_list values ('m', 'list', 'm', null, 'retail', 'List', 'EUR', '2026-01-01')`,
  );
});
afterAll(() => world.close());

describe("the books", () => {
  test.each([
    [
      "balance",
      [
        ["EUR", 100],
        ["EUR", -100],
      ],
      undefined,
    ],
    [
      "balance in each currency",
      [
        ["EUR", 100],
        ["USD", 7],
        ["USD", -7],
        ["EUR", -100],
      ],
      undefined,
    ],
    [
      "are not off by a cent",
      [
        ["EUR", 100],
        ["EUR", -99],
      ],
      "is off by 1 EUR",
    ],
    [
      "do not mix currencies",
      [
        ["EUR", 100],
        ["USD", -100],
      ],
      "is off by",
    ],
    ["do not hold one leg alone", [["EUR", 1]], "is off by 1 EUR"],
  ] as const)("%s", async (name, legs, refusal) => {
    const posting = as("on", post(name, legs));
    if (refusal) await expect(posting).rejects.toThrow(refusal);
    else await expect(posting).resolves.toBeUndefined();
  });

  test("are checked with the operator's sight when the writer sees no row of it", async () => {
    const blind = `${post("blind", [["EUR", 5]])}; select set_config('app.is_operator', 'off', true),
      set_config('app.operator_id', 'x', true)`;
    await expect(as("on", blind)).rejects.toThrow("is off by 5 EUR");
  });

  test("are checked again when a later transaction adds to an earlier event", async () => {
    await as(
      "on",
      post("whole", [
        ["EUR", 1],
        ["EUR", -1],
      ]),
    );
    await expect(
      as("on", "insert into app.ledger_entry values ('m', 'whole', 9, 'cash', 'm', 1, 'EUR')"),
    ).rejects.toThrow("is off by 1 EUR");
  });

  function post(event: string, legs: readonly (readonly [string, number])[]): string {
    const entries = legs.map(
      ([currency, amount], n) => `('m', '${event}', ${n}, 'cash', 'm', ${amount}, '${currency}')`,
    );
    return `insert into app.ledger_transaction values ('m', '${event}', '', '', '2026-01-01');
      insert into app.ledger_entry values ${entries.join(", ")}`;
  }
});

describe("validities", () => {
  const edge = (id: string, family: string, from: string, to: string) =>
    `insert into app.edge values ('m', '${id}', 'm', 'a', '${family}', 'resale', 'agr', '${from}', ${to})`;
  const version = (id: string, number: number, status: string, from: string, to: string) =>
    `insert into app.price_version values
      ('m', '${id}', 'list', ${number}, '${status}', 'm', null, '${from}', ${to}, '2026-01-01')`;

  test.each([
    [
      "edges follow each other",
      edge("e1", "*", "2026-01-01", "'2026-02-01'"),
      edge("e2", "*", "2026-02-01", "null"),
      true,
    ],
    [
      "edges of one family do not overlap",
      edge("e3", "x", "2026-01-01", "null"),
      edge("e4", "x", "2026-05-01", "null"),
      false,
    ],
    [
      "edges of two families may",
      edge("e5", "y", "2026-01-01", "null"),
      edge("e6", "z", "2026-01-01", "null"),
      true,
    ],
    [
      "active versions of a price list do not overlap",
      version("v1", 1, "active", "2026-01-01", "null"),
      version("v2", 2, "scheduled", "2026-03-01", "null"),
      false,
    ],
    [
      "drafts of a price list may",
      version("v3", 3, "draft", "2026-01-01", "null"),
      version("v4", 4, "draft", "2026-01-01", "null"),
      true,
    ],
  ])("%s", async (_name, first, second, accepted) => {
    await as("on", first);
    const adding = as("on", second);
    if (accepted) await expect(adding).resolves.toBeUndefined();
    else await expect(adding).rejects.toThrow("exclusion constraint");
  });
});

/** Runs statements as the app's role in one transaction of operator `m`. */
async function as(operator: "on" | "off", statements: string): Promise<void> {
  const settings = { operator_id: "m", party: "m", is_operator: operator, path_from: "/", path_to: "0" };
  const armed = Object.entries(settings).map(
    ([name, value]) => `set_config('app.${name}', '${value}', true)`,
  );
  await world.database
    .execute(`begin; select ${armed.join(", ")}; ${statements}; commit`)
    .catch((error: Error) => {
      throw error.cause ?? error;
    });
}
