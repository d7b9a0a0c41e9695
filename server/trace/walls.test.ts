import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "@/server/access/actor";
import type { PersonName } from "@/server/demo/deal/people";
import { explainAmount } from "./explain/explain";
import { type Told, tellStory } from "./fixtures";
import { traceOf } from "./graph";

let told: Told;
let line: { id: string; rated: string; item: string };
/** The settlement line of each party to one line of Orchard Foods' cloud compute. */
let parts: Readonly<Record<string, string>>;

beforeAll(async () => {
  told = await tellStory(3);
  line = await told.one(
    `select line.id, line.rated_item_id as rated, rated.order_item_id as item from app.invoice_line line
    join app.rated_item rated on rated.id = line.rated_item_id
    join app.settlement_line part on part.invoice_line_id = line.id and part.party_id = $1
    join app.payout_item item on item.settlement_line_id = part.id
    where line.description like 'Cloud compute%' order by line.id limit 1`,
    [told.world.deal.parties.creek],
  );
  const { rows } = await told.server.owner.query(
    "select party_id, id from app.settlement_line where invoice_line_id = $1",
    [line.id],
  );
  parts = Object.fromEntries(rows.map(({ party_id, id }) => [party_id, id]));
}, 180_000);
afterAll(() => told.server.close());

/** For each kind of node: seen, masked, or not drawn. The roots are each viewer's own settlement line. */
const table = `
                  controller creekOwner harborOwner alpineOwner nimbusDesk
offer_version     seen       seen       seen        seen        masked
approval          seen       seen       masked      masked      masked
quote_version     seen       seen       seen        seen        masked
order             seen       seen       seen        seen        masked
order_item        seen       seen       seen        seen        seen
usage_file        seen       masked     masked      masked      seen
usage_rows        seen       seen       seen        seen        masked
rated_item        seen       seen       seen        seen        masked
invoice_line      seen       seen       seen        masked      masked
invoice           seen       seen       seen        masked      masked
payment           seen       seen       seen        masked      masked
rule_version      seen       masked     masked      masked      masked
settlement_line   seen       own+1      own+1       own+1       own+1
payout            seen       seen       seen        seen        seen
statement         seen       seen       seen        seen        seen`;

const [names = "", ...kindRows] = table.trim().split("\n");
const viewers = names.trim().split(/\s+/) as PersonName[];
const cells = kindRows.flatMap((row) => {
  const [kind = "", ...expected] = row.trim().split(/\s+/);
  return viewers.map((viewer, at) => [viewer, kind, expected[at] ?? ""] as const);
});

function rootOf(viewer: PersonName): string {
  const { people, parties } = told.world.deal;
  return parts[viewer === "controller" ? parties.creek : people[viewer].party] ?? "";
}

describe("of one line of one deal", () => {
  test.each(cells)("%s: %s is %s", async (viewer, kind, expected) => {
    const graph = await told.as(viewer, (scope) =>
      traceOf(scope, { kind: "settlement_line", id: rootOf(viewer), way: "both" }),
    );
    const nodes = graph.nodes.filter((node) => node.kind === kind);
    const seen = nodes.filter((node) => node.seen).length;
    const masked = nodes.length - seen;
    const found = masked === 0 ? "seen" : seen === 0 ? "masked" : `own+${masked}`;
    expect(found).toBe(expected);
    for (const node of nodes.filter((each) => !each.seen))
      expect(node).toEqual({
        key: `hidden:${kind}`,
        kind,
        id: "",
        seen: null,
        href: null,
      });
  });
});

describe("what is not one's own", () => {
  test("stands nowhere in the answer: no amount, no name, no id of another party's rows", async () => {
    const { rows } = await told.server.owner.query<{ id: string; amount: string; party_id: string }>(
      "select id, amount::text, party_id from app.settlement_line where invoice_line_id = $1",
      [line.id],
    );
    for (const viewer of viewers.slice(1)) {
      const graph = await told.as(viewer, (scope) =>
        traceOf(scope, { kind: "settlement_line", id: rootOf(viewer), way: "both" }),
      );
      const text = JSON.stringify(graph, (_key, each) => (typeof each === "bigint" ? `minor:${each}` : each));
      const paidByMe = await payersOf(viewer);
      for (const { id, amount, party_id } of rows) {
        if (id === rootOf(viewer) || paidByMe.has(id)) continue;
        expect(text, `${viewer} sees the id of ${party_id}`).not.toContain(id);
        expect(text, `${viewer} sees an amount of ${party_id}`).not.toContain(`"minor:${amount}"`);
      }
    }
  });

  test("is not explained", async () => {
    const creek = parts[told.world.deal.parties.creek] ?? "";
    const asked: readonly (readonly [PersonName, "settlement_line" | "invoice_line", string])[] = [
      ["alpineOwner", "settlement_line", creek],
      ["alpineOwner", "invoice_line", line.id],
      ["nimbusDesk", "invoice_line", line.id],
      ["northgateOwner", "invoice_line", line.id],
    ];
    for (const [viewer, kind, id] of asked) {
      await expect(told.as(viewer, (scope) => explainAmount(scope, { kind, id }))).rejects.toThrow(
        "There is no such",
      );
    }
  });

  test.each([
    ["creekOwner", ["The price on which Blue Harbor IT pays Little Creek Systems a share"]],
    [
      "harborOwner",
      [
        "Alpine Distribution sells to Blue Harbor IT",
        "The price on which Blue Harbor IT pays Little Creek Systems a share",
        "Blue Harbor IT sells to Orchard Foods",
      ],
    ],
    [
      "alpineOwner",
      ["Meridian Telecom sells to Alpine Distribution", "Alpine Distribution sells to Blue Harbor IT"],
    ],
    ["nimbusDesk", ["Nimbus Cloud sells to Meridian Telecom"]],
  ] as const)("is left out of the working of a rated item for %s", async (viewer, titles) => {
    const said = await told.as(viewer, (scope) =>
      explainAmount(scope, { kind: "rated_item", id: line.rated }),
    );
    expect(said.parts.map(({ title }) => title)).toEqual(titles);
  });

  test.each([
    ["partner_sales", ["payout", "settlement_line", "statement"]],
    ["partner_viewer", ["approval", "payout", "settlement_line", "statement"]],
  ] as const)("is masked for %s by role, though the rows are the party's", async (role: Role, expected) => {
    const actor: Actor = { ...told.world.deal.people.creekOwner, role };
    const graph = await told.as(actor, (scope) =>
      traceOf(scope, { kind: "invoice_line", id: line.id, way: "both" }),
    );
    const masked = graph.nodes.filter(({ seen }) => !seen).map(({ kind }) => kind);
    expect(masked).toEqual(expect.arrayContaining([...expected]));
  });
});

async function payersOf(viewer: PersonName): Promise<ReadonlySet<string>> {
  const { rows } = await told.server.owner.query<{ id: string }>(
    "select id from app.settlement_line where invoice_line_id = $1 and payer_id = $2",
    [line.id, told.world.deal.people[viewer].party],
  );
  return new Set(rows.map(({ id }) => id));
}
