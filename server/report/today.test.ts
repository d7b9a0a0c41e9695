import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/server/access/actor";
import type { PersonName } from "@/server/demo/deal/people";
import { now, type Told, tellStory } from "./fixtures";
import { readToday } from "./today/today";

let told: Told;
beforeAll(async () => {
  told = await tellStory(4);
}, 180_000);
afterAll(() => told.server.close());

const today = (person: PersonName | Actor, at?: Date) => told.as(person, readToday, at);
const kinds = (jobs: readonly { kind: string; tone: string }[]) =>
  jobs.map(({ kind, tone }) => `${tone} ${kind}`);
const one = async (query: string) => (await told.server.owner.query(query)).rows[0];

describe("the page of the day says what waits", () => {
  test("for finance: an exception of price, and invoices that are overdue", async () => {
    const { jobs } = await today("finance");
    const asked = jobs.find(({ kind }) => kind === "approval");
    expect(asked?.title).toMatch(/discount|Orchard/);
    expect(asked?.detail).toContain("Casey Brooks of Little Creek Systems");
    expect(asked?.href).toMatch(/^\/operator\/approvals\/apr_/);
    expect(kinds(jobs)).not.toContain("bad exception");
  });

  test("for operations: the stuck task and the parked rows by cause, the stuck first", async () => {
    const { jobs } = await today("operations");
    expect(jobs[0]).toMatchObject({ kind: "exception", tone: "bad", action: "Repair" });
    const { reason, rows } = await one(
      `select reason, count(*)::int as rows from app.usage_parked where status = 'parked'
        group by 1 order by 2 desc limit 1`,
    );
    const parked = jobs.find(({ id }) => id === `parked ${reason}`);
    expect(parked?.title).toContain(String(rows));
    expect(kinds(jobs)).not.toContain("warn approval");
  });

  test("for who asked, not the own question", async () => {
    const { requested_by } = await one(
      "select requested_by from app.approval where status = 'pending' limit 1",
    );
    const asker: Actor = { ...told.world.deal.people.finance, user: requested_by };
    expect((await today(asker)).jobs.filter(({ kind }) => kind === "approval")).toEqual([]);
  });

  test("for a partner: statements, and the overdue invoices of its own customers", async () => {
    const later = new Date(now.getTime() + 60 * 86_400_000);
    const { jobs } = await today("creekOwner", later);
    const overdue = jobs.find(({ kind }) => kind === "invoice");
    const { open } = await one(`select sum(gross - paid)::text as open from app.invoice
      where status in ('issued', 'partially_paid') and reader_id = '${told.world.deal.parties.creek}'`);
    expect(overdue?.amount?.minor).toBe(BigInt(open));
    expect((await today("harborOwner")).jobs.some(({ kind }) => kind === "statement")).toBe(true);
  });

  test("for a supplier: its tasks and its statements", async () => {
    const { jobs } = await today("fieldlineDesk");
    expect(jobs.every(({ href }) => href.startsWith("/supplier/"))).toBe(true);
    expect(jobs.map(({ kind }) => kind)).toContain("statement");
  });

  test("for nobody, when nothing waits", async () => {
    const { jobs, figures } = await today("northgateOwner", new Date("2026-03-02T00:00:00Z"));
    expect(jobs).toEqual([]);
    expect(figures).toHaveLength(4);
  });
});

describe("its figures", () => {
  test("are the sums of the rows behind them", async () => {
    const { figures, chart, waterfall } = await today("controller");
    const invoiced = figures.find(({ name }) => name === "Invoiced this month");
    const { net } =
      await one(`select coalesce(sum(net), 0)::text as net from app.invoice where currency = 'EUR'
      and issued_at >= '2026-06-30T22:00:00Z' and issued_at < '2026-07-31T22:00:00Z'`);
    expect(invoiced?.amounts[0]?.minor).toBe(BigInt(net));
    expect(BigInt(net)).toBeGreaterThan(0n);
    expect(chart?.points).toHaveLength(6);
    expect(chart?.points.at(-1)?.values["invoiced"]?.minor).toBe(BigInt(net));
    const [whole, ...rest] = waterfall?.steps ?? [];
    expect(rest.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(whole?.amount.minor);
    expect(whole?.amount.minor).toBe(BigInt(net));
  });

  test("of a partner are its own: earned, due, sold", async () => {
    const { figures, chart, waterfall } = await today("creekOwner");
    const { creek } = told.world.deal.parties;
    const { earned, due } = await one(`select
      (select coalesce(sum(amount), 0) from app.settlement_line where party_id = '${creek}'
        and accrued_at >= '2026-06-30T22:00:00Z')::text as earned,
      ((select coalesce(sum(amount), 0) from app.settlement_release where party_id = '${creek}')
        - (select coalesce(sum(gross), 0) from app.payout where party_id = '${creek}'
          and status <> 'cancelled'))::text as due`);
    const amounts = figures.map(({ name, amounts: [own] }) => [name, own?.minor]);
    expect(amounts.slice(0, 2)).toEqual([
      ["Earned this month", BigInt(earned)],
      ["Due to you", BigInt(due)],
    ]);
    expect(chart?.points.at(-1)?.values["earned"]?.minor).toBe(BigInt(earned));
    expect(waterfall).toBeNull();
  });

  test("are not told to whom the role gives no sight of money", async () => {
    const sales: Actor = { ...told.world.deal.people.creekOwner, role: "partner_sales" };
    const { figures, chart } = await today(sales);
    expect(chart).toBeNull();
    expect(figures.map(({ name }) => name)).toEqual(["Sold this month", "Subscriptions"]);
  });
});
