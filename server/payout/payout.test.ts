import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bill, openPlayed, type Played } from "@/server/demo/fixtures/played";
import { act } from "@/server/demo/year/world";
import { requestBillRun } from "@/server/invoice/request";
import { drain } from "@/server/jobs";
import { setBankAccount } from "@/server/party/bank";
import { executePayoutRun } from "./execute";

const now = new Date("2026-05-20T10:00:00Z");
const hour = (count: number) => new Date(now.getTime() + count * 3_600_000);
const june = new Date("2026-06-03T06:00:00Z");
const later = (count: number) => new Date(june.getTime() + count * 3_600_000);
const page = { page: 1, size: 200, filters: {} } as const;

let played: Played;
beforeAll(async () => {
  played = await openPlayed(now, 2);
}, 120_000);
afterAll(() => played.server.close());

type Run = { id: string; status: string; approval_id: string; proof_error: string | null; items: number };
type Paid = { status: string; gross: string; net: string; iban: string | null; reason: string };

async function runOf(id: string): Promise<Run> {
  const [run] = await played.ask<Run>(`select run.*, (select count(*)::int from app.payout_item item
    join app.payout paid on paid.id = item.payout_id where paid.payout_run_id = run.id) as items
    from app.payout_run run where id = '${id}'`);
  return run as Run;
}

async function paidOf(runId: string, party: string): Promise<Paid> {
  const [found] = await played.ask<Paid>(`select status, gross::text, net::text, iban, reason from app.payout
    where payout_run_id = '${runId}' and party_id = '${party}'`);
  return found as Paid;
}

async function bill(name: string): Promise<Bill> {
  const found = (await played.bills()).find((each) => each.name.startsWith(name));
  return found as Bill;
}

async function propose(at: Date) {
  const { finance } = played.world.deal.people;
  const { id } = await played.caller(finance, at).payout.propose({ cutoff: at });
  return runOf(id);
}

/** Decides, and lets everything run that follows from it. */
async function decide({ approval_id }: Run, decision: "approved" | "rejected", at: Date) {
  const { controller } = played.world.deal.people;
  await played
    .caller(controller, at)
    .payout.decide({ approvalId: approval_id as never, decision, comment: "Looked at it." });
  await drain(played.server.database, at);
}

const lastStatement = async (party: string) => {
  const [told] = await played.ask<{ opening: string; earned: string; paid: string; closing: string }>(
    `select opening::text, earned::text, (paid + withheld)::text as paid, closing::text from app.statement
     where party_id = '${party}' order by id desc limit 1`,
  );
  return told;
};

describe("a payout run", () => {
  let first: Run;
  let held: Run;

  test("is decided by somebody other than who proposed it", async () => {
    const { people } = played.world.deal;
    const tidewater = await bill("Tidewater");
    await played.pay(tidewater, tidewater.open, hour(1));
    await played.pay(await bill("Orchard"), 100_00n, hour(2));
    first = await propose(hour(3));
    expect(first).toMatchObject({ status: "review", proof_error: null });
    const own = played.caller(people.finance, hour(4)).payout;
    const approving = { approvalId: first.approval_id as never, decision: "approved", comment: "" } as const;
    await expect(own.decide(approving)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await runOf(first.id)).status).toBe("review");
  });

  test("proposed again for the same cutoff is the same run, for another one it waits", async () => {
    expect((await propose(hour(3))).id).toBe(first.id);
    await expect(propose(hour(5))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("that is rejected gives its lines back", async () => {
    expect(first.items).toBeGreaterThan(0);
    await decide(first, "rejected", hour(6));
    expect(await runOf(first.id)).toMatchObject({ status: "cancelled", items: 0 });
    held = await propose(hour(7));
    expect(held.items).toBe(first.items);
    expect(await played.broken(hour(7))).toEqual([]);
  });

  test("holds a party whose account changed, and carries who is below the minimum", async () => {
    const { people, parties } = played.world.deal;
    const before = await paidOf(held.id, parties.harbor);
    expect(before.status).toBe("pending");
    await act(played.world, people.harborOwner, hour(8), (scope) =>
      setBankAccount(scope, {
        partyId: parties.harbor,
        holder: "Blue Harbor IT",
        iban: "DE02120300000000202051",
        bic: "BYLADEM1001",
        currency: "EUR" as never,
      }),
    );
    await decide(held, "approved", hour(9));
    expect(await runOf(held.id)).toMatchObject({ status: "completed" });
    const harbor = await paidOf(held.id, parties.harbor);
    expect(harbor).toMatchObject({ status: "held", gross: "0", net: "0" });
    expect(harbor.reason).toContain("bank account changed");
    const [{ free } = { free: 0 }] = await played.ask<{ free: number }>(`
      select count(*)::int as free from app.settlement_release due where party_id = '${parties.harbor}'
        and not exists (select from app.payout_item item where item.payment_id = due.payment_id
          and item.settlement_line_id = due.settlement_line_id)`);
    expect(free).toBeGreaterThan(0);
    expect(await paidOf(held.id, parties.creek)).toMatchObject({ status: "below_threshold", gross: "0" });
    expect((await paidOf(held.id, parties.alpine)).status).toBe("completed");
    expect(await played.broken(hour(9))).toEqual([]);
  });

  test("pays what was held and carried, once, with the next run", async () => {
    const { parties } = played.world.deal;
    const orchard = await bill("Orchard");
    await played.pay(orchard, orchard.open, hour(10));
    const next = await propose(hour(11));
    await decide(next, "approved", hour(12));
    const harbor = await paidOf(next.id, parties.harbor);
    expect(harbor).toMatchObject({ status: "completed", iban: "DE02120300000000202051" });
    expect(BigInt(harbor.gross)).toBeGreaterThan(BigInt((await paidOf(first.id, parties.harbor)).gross));
    expect((await paidOf(next.id, parties.creek)).status).toBe("below_threshold");
    expect(await played.broken(hour(12))).toEqual([]);
  });

  test("pays what was carried once it is enough, and its statement goes on from the last", async () => {
    const { people, parties } = played.world.deal;
    const carried = await lastStatement(parties.creek);
    expect(carried).toMatchObject({ paid: "0" });
    await act(played.world, people.finance, june, (scope) => requestBillRun(scope, { until: june }));
    const orchard = await bill("Orchard");
    await played.pay(orchard, orchard.open, june);
    const next = await propose(june);
    await decide(next, "approved", june);
    const creek = await paidOf(next.id, parties.creek);
    expect(creek.status).toBe("completed");
    expect(await lastStatement(parties.creek)).toMatchObject({
      opening: carried?.closing,
      paid: creek.gross,
      closing: "0",
    });
    expect(await played.broken(june)).toEqual([]);
  });

  test("carried out again pays nobody again", async () => {
    const before = await played.ask("select count(*), sum(net) from app.payout where status = 'completed'");
    for (const { id } of await played.ask<{ id: string }>("select id from app.payout_run"))
      await played.world.deal.run((scope) => executePayoutRun(scope, { id: id as never }), later(1));
    expect(await played.ask("select count(*), sum(net) from app.payout where status = 'completed'")).toEqual(
      before,
    );
  });

  test("does not go back behind what statements have told", async () => {
    await expect(propose(hour(4))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("what is somebody's own", () => {
  test("is all that lines, payouts and statements show", async () => {
    const { people } = played.world.deal;
    const parts = await played.ask<{ id: string; party_id: string; payer_id: string | null }>(
      "select id, party_id, payer_id from app.settlement_line",
    );
    const concerned = new Map(parts.map((part) => [part.id, [part.party_id, part.payer_id]]));
    for (const actor of [people.harborOwner, people.creekOwner, people.nimbusDesk, people.alpineFinance]) {
      const { settlement, payout, statement } = played.caller(actor, later(2));
      const lines = await settlement.list({ ...page, q: "", sort: "accruedAt", dir: "asc" });
      const paid = await payout.list({ ...page, q: "", sort: "createdAt", dir: "asc" });
      const told = await statement.list({ ...page, q: "", sort: "issuedAt", dir: "asc" });
      for (const { rows } of [lines, paid, told]) expect(rows.length, actor.name).toBeGreaterThan(0);
      // Who pays a share out of its own margin sees that line as well.
      const strange = lines.rows.filter(({ id }) => !concerned.get(id)?.includes(actor.party));
      expect(strange, actor.name).toEqual([]);
      const others = [...paid.rows, ...told.rows].filter(({ partyId }) => partyId !== actor.party);
      expect(others, actor.name).toEqual([]);
    }
  });
});

describe("money does not move", () => {
  const tamper = (by: number) => `
    alter table app.settlement_line disable trigger append_only;
    update app.settlement_line set amount = amount + ${by}
      where id = (select min(id) from app.settlement_line);
    alter table app.settlement_line enable trigger append_only`;

  test("while a proof fails, and the run names the line", async () => {
    const [line] = await played.ask<{ id: string }>(
      `select invoice_line_id as id from app.settlement_line order by id limit 1`,
    );
    await played.server.owner.query(tamper(1));
    const stopped = await propose(later(3));
    await played.server.owner.query(tamper(-1));
    expect(stopped).toMatchObject({ status: "proof_failed", items: 0, approval_id: null });
    expect(stopped.proof_error).toContain(line?.id);
    expect((await propose(later(4))).status).toBe("review");
  });

  test.each(["settlement_line", "settlement_release", "statement", "statement_line", "payment_file"])(
    "through a change of %s by the server",
    async (table) => {
      const statements = [`delete from app.${table}`, `update app.${table} set operator_id = operator_id`];
      for (const statement of statements) {
        const tried = played.world.deal.run(({ db }) => db.execute(statement), later(5));
        await expect(tried, statement).rejects.toThrow();
      }
    },
  );
});
