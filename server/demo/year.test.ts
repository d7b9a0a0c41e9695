import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { verifyAll } from "@/server/audit/verify-all";
import { env } from "@/server/env";
import { setEventContext } from "@/server/events/context";
import { provePayouts } from "@/server/payout/prove";
import { playYear } from "./year/play";
import type { World } from "./year/world";

const now = new Date("2026-11-20T10:00:00Z");
let server: TestDatabase;
let world: World;

beforeAll(async () => {
  server = await openTestDatabase();
  setEventContext({ database: server.database, clock: () => now });
  world = await playYear(server.database, { now, months: 12, signingKey: env().secrets.signing });
}, 180_000);
afterAll(() => server.close());

const one = async (query: string) => (await server.owner.query(query)).rows[0];

describe("a year of the demo world", () => {
  test("leaves books that prove themselves", async () => {
    const proofs = await world.deal.run(provePayouts, now);
    expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
    expect(proofs.every(({ checked }) => checked > 0)).toBe(true);
  });

  test("divides every issued line to the cent", async () => {
    const { undivided, off } = await one(`
      select count(*) filter (where parts.amount is null)::int as undivided,
        count(*) filter (where parts.amount <> line.net)::int as off
      from app.invoice_line line left join (
        select invoice_line_id, sum(amount) as amount from app.settlement_line group by 1
      ) parts on parts.invoice_line_id = line.id`);
    expect({ undivided, off }).toEqual({ undivided: 0, off: 0 });
  });

  test("keeps margins that add up to the customer's price less the supplier's cost", async () => {
    const { lines, off } = await one(`
      with sums as (
        select line.id, line.net,
          sum(part.amount) filter (where part.kind = 'supplier_cost') as cost,
          sum(part.amount) filter (where part.kind <> 'supplier_cost') as margins
        from app.invoice_line line join app.settlement_line part
          on part.invoice_line_id = line.id group by line.id, line.net
      ) select count(*)::int as lines, count(*) filter (where margins <> net - cost)::int as off from sums`);
    expect(lines).toBeGreaterThan(100);
    expect(off).toBe(0);
  });

  test("is on a record whose chain holds, with a root for each month", async () => {
    const told = await verifyAll(server.database, now);
    expect(told.map(({ holds }) => holds)).toEqual([true]);
    const { roots } = await one("select count(*)::int as roots from app.audit_root");
    expect(roots).toBeGreaterThanOrEqual(11);
  });

  test("numbers the invoices of each legal entity without a gap", async () => {
    const { rows } = await server.owner.query(`
      select legal_entity_id, count(*)::int as count, max(regexp_replace(number, '\\D', '',
        'g')::bigint)::int as last
      from app.invoice where number is not null group by 1`);
    expect(rows.length).toBeGreaterThan(1);
    for (const { count, last } of rows) expect(String(last).endsWith(String(count))).toBe(true);
  });

  test("pays everybody what statements say, and carries what is below the minimum", async () => {
    const { statuses } = await one(
      "select array_agg(distinct status order by status) as statuses from app.payout",
    );
    expect(statuses).toEqual(expect.arrayContaining(["below_threshold", "completed"]));
  });

  test("has one of each thing that went wrong", async () => {
    const seen = await one(`select
      (select count(*) from app.approval where policy = 'pricing_exception'
        and status = 'approved')::int as exceptions,
      (select count(*) from app.task_exception where resolved_at is not null)::int as repaired,
      (select count(*) from app.task_exception where resolved_at is null)::int as stuck,
      (select count(*) from app.usage_parked where status = 'parked')::int as parked,
      (select sum(rows_duplicate) from app.usage_file)::int as duplicates,
      (select count(*) from app.rated_item where quantity_before > 0)::int as late,
      (select count(*) from app.payment)::int > (select count(*) from app.invoice
        where status = 'paid')::int as partial`);
    expect(seen).toMatchObject({ partial: true });
    for (const [name, count] of Object.entries(seen)) expect(count, name).toBeTruthy();
  });
});
