import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "@/server/core/ids";
import { type Bill, openPlayed, type Played } from "@/server/demo/fixtures/played";
import { issueBillRun } from "@/server/invoice/issue";
import { recordPayment } from "@/server/invoice/pay";
import { planBillRun } from "@/server/invoice/plan";
import { requestBillRun } from "@/server/invoice/request";
import { billShardOnce } from "@/server/invoice/shard";
import { drain } from "@/server/jobs";
import { accrueShard } from "./accrue";
import { releaseInvoice } from "./release";

const now = new Date("2026-05-20T10:00:00Z");
const hour = (count: number) => new Date(now.getTime() + count * 3_600_000);
const month = (number: number) => new Date(Date.UTC(2026, number - 1, 3, 6));

let played: Played;
beforeAll(async () => {
  played = await openPlayed(now, 2);
}, 120_000);
afterAll(() => played.server.close());

const named = async (name: string) =>
  (await played.bills()).find((each) => each.name.startsWith(name)) as Bill;

async function number(query: string): Promise<number> {
  const [row] = await played.ask<{ number: number }>(`select (${query})::int as number`);
  return row?.number ?? -1;
}

/** Issued lines whose parts do not add up to their net, the undivided among them. */
const undivided = `select count(*) from app.invoice_line line
  join app.invoice bill on bill.id = line.invoice_id
  where bill.issued_at is not null and line.net is distinct from
    (select sum(amount) from app.settlement_line part where part.invoice_line_id = line.id)`;

/** Lines of an invoice of which not exactly as much is due as was paid of their net. */
const unevenly = (invoice: string) => `select count(*) from app.invoice_line line
  where line.invoice_id = '${invoice}' and
    (select coalesce(sum(net), 0) from app.payment_allocation paid where paid.invoice_line_id = line.id)
    <> (select coalesce(sum(due.amount), 0) from app.settlement_release due
      join app.settlement_line part on part.id = due.settlement_line_id
      where part.invoice_line_id = line.id)`;

const openParts = (invoice: string) => `select count(*) from app.settlement_line part
  where part.invoice_id = '${invoice}' and part.amount <>
    (select coalesce(sum(amount), 0) from app.settlement_release due where due.settlement_line_id = part.id)`;

/** Bills what ended by then, step by step, and lets no job follow yet. */
async function billAlone(until: Date): Promise<Id<"billRun">> {
  const { run } = played.world.deal;
  const { billRunId } = await run((scope) => requestBillRun(scope, { until }), until);
  const { shards } = await run((scope) => planBillRun(scope, { billRunId }), until);
  for (let shard = 0; shard < shards; shard += 1)
    await run((scope) => billShardOnce(scope, { billRunId, number: shard }), until);
  await run((scope) => issueBillRun(scope, { billRunId }), until);
  return billRunId;
}

describe("what was issued", () => {
  test("is divided to the cent, each line", async () => {
    expect(await number("select count(*) from app.invoice_line")).toBeGreaterThan(10);
    expect(await number(undivided)).toBe(0);
  });

  test("becomes due with each payment of a part of it, and exactly closes with the last", async () => {
    const { id, open } = await named("Orchard");
    let left = open;
    for (const [place, part] of [1n, open / 3n, 4_99n, open / 7n].entries()) {
      await played.pay(await named("Orchard"), part, hour(1 + place));
      left -= part;
      expect(await number(unevenly(id)), `after payment ${place + 1}`).toBe(0);
      expect(await number(openParts(id))).toBeGreaterThan(0);
      expect(await played.broken(hour(1 + place))).toEqual([]);
    }
    await played.pay(await named("Orchard"), left, hour(6));
    expect([await number(unevenly(id)), await number(openParts(id))]).toEqual([0, 0]);
    expect(await played.broken(hour(6))).toEqual([]);
  });

  test("waits for its division when it is paid before it, and is due once after it", async () => {
    await billAlone(month(6));
    const { id, open, currency } = (await played.bills()).at(-1) as Bill;
    const { finance } = played.world.deal.people;
    const amount = `${open / 100n}.${String(open % 100n).padStart(2, "0")}`;
    const paid = { amount, reference: currency, receivedAt: month(6), requestKey: "before division" };
    const invoiceId = id as Id<"invoice">;
    await played.world.deal.as(finance, (scope) => recordPayment(scope, { invoiceId, ...paid }), month(6));
    const early = await played.world.deal.run((scope) => releaseInvoice(scope, invoiceId), month(6));
    expect(early).toEqual({ released: 0 });
    expect(await number(undivided)).toBeGreaterThan(0);
    await drain(played.server.database, month(6));
    expect([await number(undivided), await number(openParts(id)), await number(unevenly(id))]).toEqual([
      0, 0, 0,
    ]);
    const again = await played.world.deal.run((scope) => releaseInvoice(scope, invoiceId), month(6));
    expect(again).toEqual({ released: 0 });
    expect(await played.broken(month(6))).toEqual([]);
  });
});

describe("without exactly one rule nothing is divided", () => {
  const withdraw =
    "update app.rule_version set status = 'draft' where marketplace_id is null and status = 'active'";
  const restore = "update app.rule_version set status = 'active' where marketplace_id is null and number = 1";

  test("the refusal names what is missing or too much, and the job goes on once it is mended", async () => {
    const billRunId = await billAlone(month(7));
    const divide = () =>
      played.world.deal.run((scope) => accrueShard(scope, { billRunId, shard: 0 }), month(7));
    await played.server.owner.query(withdraw);
    await expect(divide()).rejects.toThrow(/No settlement rule is active for “.+” sold directly/);

    await played.server.owner.query(restore);
    const { id } = await played.caller(played.world.deal.people.finance, month(7)).rule.draft({
      name: "Another for all",
      family: "*",
      body: { mode: "chain", fee: null },
    });
    await played.server.owner.query("update app.rule_version set status = 'active' where id = $1", [id]);
    await expect(divide()).rejects.toThrow(/Two settlement rules match “.+” sold directly: .+ and .+\./);
    const lines = await number("select count(*) from app.settlement_line");
    // A refusal is final for the job: it fails, says why, and waits for somebody to try it again.
    await drain(played.server.database, month(7));
    expect(await number("select count(*) from app.settlement_line")).toBe(lines);
    expect(await number(undivided)).toBeGreaterThan(0);

    await played.server.owner.query("update app.rule_version set status = 'draft' where id = $1", [id]);
    const [failed] = await played.ask<{ id: Id<"run">; error: string }>(
      "select id, error::text from engine.run where state = 'failed' order by id desc limit 1",
    );
    expect(failed?.error).toContain("Two settlement rules match");
    const admin = played.caller(played.world.deal.people.admin, month(7));
    await admin.job.retry({ id: failed?.id as Id<"run"> });
    await drain(played.server.database, month(7));
    expect(await number(undivided)).toBe(0);
    expect(await played.broken(month(7))).toEqual([]);
  });
});

test("a line that was divided is not divided again", async () => {
  const lines = await number("select count(*) from app.settlement_line");
  for (const { id } of await played.ask<{ id: Id<"billRun"> }>("select id from app.bill_run")) {
    const again = await played.world.deal.run((scope) => accrueShard(scope, { billRunId: id, shard: 0 }));
    expect(again).toEqual({ lines: 0 });
  }
  expect(await number("select count(*) from app.settlement_line")).toBe(lines);
});
