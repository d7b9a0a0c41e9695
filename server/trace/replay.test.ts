import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { now, type Told, tellStory } from "./fixtures";
import { replayAmount } from "./replay/replay";
import { replayAll } from "./replay/replay-all";

let told: Told;
let share: { id: string; line: string; invoice: string; rated: string; payout: string };
const always = { from: new Date("2000-01-01T00:00:00Z"), to: now };

beforeAll(async () => {
  told = await tellStory(5);
  share = await told.one(
    `select part.id, part.invoice_line_id as line, part.invoice_id as invoice, line.rated_item_id as rated,
      item.payout_id as payout
    from app.settlement_line part
    join app.invoice_line line on line.id = part.invoice_line_id
    join app.payout_item item on item.settlement_line_id = part.id
    where part.party_id = $1 and part.kind = 'share' and line.description like 'Cloud compute%'
      order by part.id limit 1`,
    [told.world.deal.parties.creek],
  );
}, 180_000);
afterAll(() => told.server.close());

const all = () => told.as("auditor", (scope) => replayAll(scope, always));

describe("computed anew", () => {
  test("everything of the story agrees", async () => {
    const { checked, differences } = await all();
    expect(differences).toEqual([]);
    expect(checked).toBeGreaterThan(500);
  });

  test.each(["settlement_line", "invoice_line", "invoice", "rated_item", "payout"] as const)(
    "a %s agrees, with all that it stands on",
    async (kind) => {
      const ids = {
        settlement_line: share.id,
        invoice_line: share.line,
        invoice: share.invoice,
        rated_item: share.rated,
        payout: share.payout,
      };
      const { agrees, checks, sentence } = await told.as("auditor", (scope) =>
        replayAmount(scope, { kind, id: ids[kind] }),
      );
      expect(checks.filter((check) => !check.agrees)).toEqual([]);
      expect(agrees).toBe(true);
      expect(sentence).toBe(`Computed anew, all ${checks.length} figures agree.`);
    },
  );

  test("a partner's line agrees as well, and names no figure of another party", async () => {
    const ours = await told.as("creekOwner", (scope) =>
      replayAmount(scope, { kind: "settlement_line", id: share.id }),
    );
    expect(ours.agrees).toBe(true);
    const whole = await told.as("auditor", (scope) =>
      replayAmount(scope, { kind: "settlement_line", id: share.id }),
    );
    expect(ours.checks.length).toBeLessThan(whole.checks.length);
    const edges = ours.checks.filter(({ of }) => of.kind === "rated_leg").map(({ what }) => what.at(-1));
    expect(new Set(edges)).toEqual(new Set(["3"]));
    expect(
      ours.checks.filter(({ of }) => of.kind === "settlement_line").every(({ of }) => of.id === share.id),
    ).toBe(true);
  });

  test("not by a stranger", async () => {
    await expect(
      told.as("northgateOwner", (scope) => replayAmount(scope, { kind: "settlement_line", id: share.id })),
    ).rejects.toThrow("nothing here");
    await expect(told.as("creekOwner", (scope) => replayAll(scope, always))).rejects.toThrow(
      "Only the operator",
    );
  });
});

/** Changes a row behind the walls, as only the owner of the database could, and puts it back. */
async function tampered<Result>(
  change: string,
  undo: string,
  id: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = await told.server.owner.connect();
  const run = (statement: string) =>
    client.query(`set session_replication_role = replica; ${statement.replace("$1", `'${id}'`)}`);
  try {
    await run(change);
    return await work();
  } finally {
    await run(undo);
    client.release();
  }
}

describe("a row that was changed behind the walls is found", () => {
  const rows = {
    "an amount that was paid": [
      "settlement_line",
      "amount = amount + 1",
      "amount = amount - 1",
      "id",
      "Part",
    ],
    "a derivation": [
      "settlement_line",
      "derivation = jsonb_set(derivation, '{rule}', '\"another\"')",
      "derivation = jsonb_set(derivation, '{rule}', '\"share of a price\"')",
      "id",
      "with its derivation",
    ],
    "a rated amount": [
      "rated_leg",
      "amount = amount + 1",
      "amount = amount - 1",
      "rated_item_id",
      "Amount of",
    ],
    "a tax": ["invoice_line", "tax = tax + 1", "tax = tax - 1", "rated_item_id", "Tax of line"],
    "a release": [
      "settlement_release",
      "amount = amount - 1",
      "amount = amount + 1",
      "settlement_line_id",
      "Released",
    ],
    "a payout": ["payout", "gross = gross + 1", "gross = gross - 1", "id", "Gross of the payout"],
  } as const;

  test.each(Object.entries(rows))("%s", async (_name, [table, change, undo, column, names]) => {
    const id = table === "payout" ? share.payout : column === "rated_item_id" ? share.rated : share.id;
    const set = (what: string) => `update app.${table} set ${what} where ${column} = $1`;
    const { differences } = await tampered(set(change), set(undo), id, all);
    expect(differences.map(({ what }) => what).join("; ")).toContain(names);
    expect((await all()).differences).toEqual([]);
  });

  test("a row of usage that was changed after it was charged", async () => {
    const { key } = await told.one<{ key: string }>(
      `select used.key from app.usage_event used join app.rated_item rated
        on rated.subscription_item_id = used.subscription_item_id and rated.id = $1
        and used.used_at >= rated."from" and used.used_at < rated."to" limit 1`,
      [share.rated],
    );
    const set = (sum: string) => `update app.usage_event set quantity = quantity ${sum} 1 where key = $1`;
    const replay = () =>
      told.as("auditor", (scope) => replayAmount(scope, { kind: "rated_item", id: share.rated }));
    const found = await tampered(set("+"), set("-"), key, replay);
    expect(found.agrees).toBe(false);
    expect(found.sentence).toMatch(/^Usage rows of Cloud compute: count, sum and digest: kept is \d+ rows/);
  });
});
