import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "@/server/core/ids";
import type { PersonName } from "@/server/demo/deal/people";
import { explainAmount } from "./explain/explain";
import { type Told, tellStory } from "./fixtures";
import { type TraceGraph, traceOf } from "./graph";
import type { StartKind, Way } from "./rules/vocabulary";
import { proveUsage, readUsageRows } from "./usage";
import { readUsageRow } from "./usage-row";

let told: Told;
/**
 * Of Orchard Foods' cloud compute: a line of Little Creek's statement and everything that stands behind it.
 */
let seeds: {
  statement: string;
  number: number;
  share: string;
  line: string;
  invoice: string;
  rated: Id<"ratedItem">;
  order: string;
  payout: string;
  file: Id<"usageFile">;
  row: number;
};

beforeAll(async () => {
  told = await tellStory(4);
  seeds = await told.one(
    `select said.statement_id as statement, said.number, part.id as share, line.id as line,
      line.invoice_id as invoice,
      rated.id as rated, sub.order_id as "order", item.payout_id as payout, used.file_id as file,
        used.row_number as row
    from app.statement_line said
    join app.settlement_line part on part.id = said.settlement_line_id
    join app.invoice_line line on line.id = part.invoice_line_id
    join app.rated_item rated on rated.id = line.rated_item_id
    join app.subscription sub on sub.id = rated.subscription_id
    join app.payout_item item on item.settlement_line_id = part.id
    join app.usage_event used on used.subscription_item_id = rated.subscription_item_id
      and used.used_at >= rated."from" and used.used_at < rated."to"
    where part.party_id = $1 and line.description like 'Cloud compute%' order by said.statement_id limit 1`,
    [told.world.deal.parties.creek],
  );
}, 180_000);
afterAll(() => told.server.close());

function trace(person: PersonName, kind: StartKind, id: string, way: Way = "both") {
  return told.as(person, (scope) => traceOf(scope, { kind, id, way }));
}

function kindsOf(graph: TraceGraph): readonly string[] {
  return [...new Set(graph.nodes.map(({ kind, seen }) => (seen ? kind : `(${kind})`)))].sort();
}

describe("a line of a statement", () => {
  test("leads the operator to everything behind it", async () => {
    const graph = await trace("finance", "statement_line", `${seeds.statement}.${seeds.number}`);
    expect(graph.root).toBe(`settlement_line:${seeds.share}`);
    expect(kindsOf(graph)).toEqual(
      [
        "approval invoice invoice_line offer_version order order_item payment payout" +
          " quote_version rated_item",
        "rule_version settlement_line statement usage_file usage_rows",
      ].flatMap((names) => names.split(" ")),
    );
    const shares = graph.nodes.filter(({ kind }) => kind === "settlement_line");
    const line = graph.nodes.find(({ kind }) => kind === "invoice_line");
    expect(shares.reduce((sum, { seen }) => sum + (seen?.amount?.minor ?? 0n), 0n)).toBe(
      line?.seen?.amount?.minor,
    );
    expect(graph.nodes.every(({ key }) => key === graph.root || reachable(graph).has(key))).toBe(true);
  });

  test("backwards it shows where it came from, forwards what it fed", async () => {
    const back = await trace("finance", "settlement_line", seeds.share, "back");
    const forth = await trace("finance", "settlement_line", seeds.share, "forth");
    expect(kindsOf(forth)).toEqual(["payout", "settlement_line", "statement"]);
    expect(kindsOf(back)).toContain("usage_file");
    expect(kindsOf(back)).not.toContain("payout");
  });

  test("of money that left leads to its payout", async () => {
    const paid = await told.one<{ id: string; number: number; payout: string }>(
      `select said.statement_id as id, said.number, doc.payout_id as payout from app.statement_line said
       join app.statement doc on doc.id = said.statement_id where said.kind = 'paid' limit 1`,
    );
    const graph = await trace("finance", "statement_line", `${paid.id}.${paid.number}`);
    expect(graph.root).toBe(`payout:${paid.payout}`);
  });
});

describe("a row of usage leads forwards", () => {
  test("to the invoice line, the shares and the payout it fed", async () => {
    const graph = await trace("finance", "usage_row", `${seeds.file}.${seeds.row}`, "forth");
    expect(kindsOf(graph)).toEqual(
      "invoice invoice_line payment payout rated_item settlement_line statement usage_row usage_rows".split(
        " ",
      ),
    );
    expect(graph.nodes.some(({ key }) => key === `settlement_line:${seeds.share}`)).toBe(true);
  });

  test("nowhere yet, while it is parked", async () => {
    const { id } = await told.one<{ id: string }>(
      "select file_id || '.' || row_number as id from app.usage_parked where status = 'parked' limit 1",
    );
    const graph = await trace("finance", "usage_row", id);
    expect(kindsOf(graph)).toEqual(["usage_file", "usage_row"]);
    const row = await told.as("finance", (scope) => readUsageRow(scope, id));
    expect(row?.state).toBe("parked");
    expect(row?.message).toMatch(/^(No subscription is mapped|Subscription SUB-\d+ was not running)/);
  });

  test("from its whole file as well", async () => {
    const graph = await trace("finance", "usage_file", seeds.file, "forth");
    expect(kindsOf(graph)).toEqual(
      "invoice invoice_line payment payout rated_item statement usage_file usage_rows".split(" "),
    );
  });
});

describe("a document is traced", () => {
  test.each([
    ["order", "order", "invoice order payment payout statement subscription"],
    ["invoice", "invoice", "invoice invoice_line order payment payout statement subscription"],
    ["payout", "payout", "invoice order payout settlement_line statement subscription"],
  ] as const)("%s", async (kind, seed, expected) => {
    const kinds = kindsOf(await trace("finance", kind, seeds[seed]));
    expect(kinds).toEqual(expect.arrayContaining([...expected.split(" "), "offer_version", "quote_version"]));
  });
});

describe("the usage rows of a rated item", () => {
  test("are the rows it charged, page by page, proved by count, sum and digest", async () => {
    const rows: string[] = [];
    let after: { usedAt: string; key: string } | null = null;
    for (let page = 0; page < 100; page += 1) {
      const read = await told.as("creekOwner", (scope) =>
        readUsageRows(scope, { ratedItemId: seeds.rated, after, size: 7 }),
      );
      rows.push(...read.rows.map(({ fileId, rowNumber }) => `${fileId}.${rowNumber}`));
      after = read.next;
      if (!after) {
        expect(rows).toHaveLength(read.total);
        break;
      }
    }
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toContain(`${seeds.file}.${seeds.row}`);
    const proof = await told.as("creekOwner", (scope) => proveUsage(scope, { ratedItemId: seeds.rated }));
    expect(proof).toMatchObject({ agrees: true, found: { rows: rows.length } });
  });
});

describe("an amount explains itself", () => {
  test("a share, by the rule and the agreement it pinned", async () => {
    const said = await told.as("finance", (scope) =>
      explainAmount(scope, { kind: "settlement_line", id: seeds.share }),
    );
    expect(said.sentence).toMatch(/^Little Creek Systems earns EUR [\d.,]+: 10 % of EUR [\d.,]+\.$/);
    expect(said.versions.map(({ what, name }) => [what, name])).toEqual([
      ["Settlement rule", "Direct deals, version 1"],
      ["Agreement", "Referral, version 1"],
    ]);
    expect(said.parts[0]?.steps.at(-1)).toMatchObject({ words: "10 % of it is", amount: said.amount });
  });

  test("a line, by its tiers, its discount and its tax", async () => {
    const said = await told.as("finance", (scope) =>
      explainAmount(scope, { kind: "invoice_line", id: seeds.line }),
    );
    const [price, tax] = said.parts;
    expect(price?.tiers.length).toBeGreaterThan(0);
    expect(price?.title).toBe("Blue Harbor IT sells to Orchard Foods");
    expect(price?.steps.map(({ words }) => words)).toContain("Less a discount of 12 %");
    expect(price?.steps.at(-1)?.amount).toEqual(said.amount);
    expect(tax?.steps).toHaveLength(3);
    expect(said.versions[0]?.name).toMatch(/^Blue Harbor, retail for Little Creek, version \d$/);
  });

  test("tax, an invoice, a payout and a statement, each by what it is the sum of", async () => {
    const of = (kind: "tax" | "invoice" | "payout", id: string) =>
      told.as("finance", (scope) => explainAmount(scope, { kind, id }));
    const [tax, invoice, payout] = [
      await of("tax", seeds.invoice),
      await of("invoice", seeds.invoice),
      await of("payout", seeds.payout),
    ];
    expect(tax.parts[0]?.steps.find(({ words }) => words === "Tax")?.amount).toEqual(tax.amount);
    expect(invoice.parts[1]?.steps.at(-1)?.amount).toEqual(invoice.amount);
    expect(payout.parts[0]?.steps.at(-1)?.amount).toEqual(payout.amount);
    expect(payout.parts[1]?.steps.length).toBeGreaterThan(1);
  });
});

test("no trace of another operator's things is told", async () => {
  const stranger = { ...told.world.deal.people.finance, operator: "opr_other", party: "opr_other" } as never;
  for (const [kind, id] of [
    ["settlement_line", seeds.share],
    ["usage_row", `${seeds.file}.${seeds.row}`],
    ["order", "ord_0"],
  ] as const) {
    await expect(told.as(stranger, (scope) => traceOf(scope, { kind, id, way: "both" }))).rejects.toThrow(
      "There is",
    );
  }
});

function reachable({ edges, root }: TraceGraph): ReadonlySet<string> {
  const found = new Set([root]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { from, to } of edges) if (found.has(from) || found.has(to)) found.add(from).add(to);
  }
  return found;
}
