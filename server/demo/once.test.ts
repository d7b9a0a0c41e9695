import { createHash } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/server/access/actor";
import { type Asking, inScope, type Scope } from "@/server/access/scope";
import { drain } from "@/server/jobs";
import { receiveFile } from "@/server/usage/receive";
import { type Bill, openPlayed, type Played } from "./fixtures/played";

const now = new Date("2026-05-20T10:00:00Z");
const hour = (count: number) => new Date(now.getTime() + count * 3_600_000);

let played: Played;
beforeAll(async () => {
  played = await openPlayed(now, 2, { max: 40 });
}, 120_000);
afterAll(() => played.server.close());

type Outcome = { readonly results: readonly string[]; readonly refusals: readonly string[] };

/** What calls that are made at once come to. An answer that is no refusal in plain words fails the test. */
async function outcome(calls: readonly (() => Promise<unknown>)[]): Promise<Outcome> {
  const settled = await Promise.allSettled(calls.map((call) => call()));
  const results = settled.flatMap((each) =>
    each.status === "fulfilled" ? [JSON.stringify(each.value) ?? ""] : [],
  );
  const refusals = settled.flatMap((each) => {
    if (each.status === "fulfilled") return [];
    expect(each.reason).toBeInstanceOf(TRPCError);
    expect((each.reason as TRPCError).code, String(each.reason)).not.toBe("INTERNAL_SERVER_ERROR");
    return [(each.reason as TRPCError).code as string];
  });
  return { results, refusals };
}

const fifty = (call: () => Promise<unknown>) => outcome(Array.from({ length: 50 }, () => call));

async function count(query: string): Promise<number> {
  const [row] = await played.ask<{ count: number }>(`select count(*)::int as count from ${query}`);
  return row?.count ?? -1;
}

async function bill(name: string): Promise<Bill> {
  return (await played.bills()).find((each) => each.name.startsWith(name)) as Bill;
}

function payment(of: Bill, amount: string, requestKey: string) {
  return { invoiceId: of.id as never, amount, reference: "bank", receivedAt: hour(1), requestKey };
}

const person = () => played.world.deal.people;
const finance = () => played.caller(person().finance, hour(2));

async function proposed(at: Date) {
  const { id } = await played.caller(person().finance, at).payout.propose({ cutoff: at });
  const [run] = await played.ask<{ approval_id: string }>(
    `select approval_id from app.payout_run where id = '${id}'`,
  );
  return { id, approvalId: run?.approval_id as never };
}

describe("fifty identical submissions at once", () => {
  test("of a payment record one, and the same key with another body is refused", async () => {
    const paying = payment(await bill("Tidewater"), "100.00", "fifty payments");
    const { results, refusals } = await fifty(() => finance().invoice.pay(paying));
    expect([results.length, new Set(results).size, refusals.length]).toEqual([50, 1, 0]);
    expect(await count("app.payment where request_key = 'fifty payments'")).toBe(1);
    const other = finance().invoice.pay({ ...paying, amount: "100.01" });
    await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("of a bill run request one run", async () => {
    const until = hour(1);
    const runs = await count("app.bill_run");
    const { results, refusals } = await fifty(() => finance().billRun.request({ until }));
    expect([results.length, new Set(results).size, refusals.length]).toEqual([50, 1, 0]);
    expect(await count("app.bill_run")).toBe(runs + 1);
    await drain(played.server.database, hour(2));
    expect(await count("app.bill_run where status <> 'issued'")).toBe(0);
  });

  test("of a payout proposal make one run", async () => {
    const { results, refusals } = await fifty(() => finance().payout.propose({ cutoff: hour(2) }));
    expect([results.length, new Set(results).size, refusals.length]).toEqual([50, 1, 0]);
    expect(await count("app.payout_run where status = 'review'")).toBe(1);
  });

  test("of an approval pay out once", async () => {
    const { approvalId } = await proposed(hour(2));
    const runs = await count("app.payment_file");
    const { results, refusals } = await fifty(() =>
      played
        .caller(person().controller, hour(3))
        .payout.decide({ approvalId, decision: "approved", comment: "" }),
    );
    expect([results.length, new Set(refusals)]).toEqual([1, new Set(["CONFLICT"])]);
    await drain(played.server.database, hour(3));
    expect(await count("app.payment_file")).toBe(runs + 1);
    expect(await played.broken(hour(3))).toEqual([]);
  });

  test("of a task's completion complete it once", async () => {
    const [task] = await played.ask<{ id: string }>(
      "select id from app.fulfilment_task where status = 'ready' and kind <> 'supplier_api' limit 1",
    );
    const doing = { id: task?.id as never, proof: "Signed on site" };
    const { results, refusals } = await fifty(() =>
      played.caller(person().operations, hour(4)).task.complete(doing),
    );
    expect(results.length).toBeGreaterThan(0);
    expect(refusals.filter((code) => code !== "CONFLICT")).toEqual([]);
    expect(await count(`app.task_attempt where task_id = '${task?.id}' and outcome = 'done'`)).toBe(1);
    expect(
      await count(`engine.outbox where name = 'task.completed' and data->>'taskId' = '${task?.id}'`),
    ).toBe(1);
  });

  test("of a file take it once", async () => {
    const digest = createHash("sha256").update("fifty").digest("hex");
    const kept = { storageKey: `usage/${digest}`, digest, bytes: 5n };
    const file = { sourceId: played.world.source, name: "twice.csv", ...kept };
    const asking: Asking = { actor: person().nimbusDesk, now: hour(5), correlation: "once" };
    const taking = (scope: Scope) => receiveFile(scope, file);
    const received = await Promise.all(
      Array.from({ length: 50 }, () => inScope(played.server.database, asking, taking)),
    );
    expect(new Set(received.map(({ fileId }) => fileId)).size).toBe(1);
    expect(received.filter(({ takenBefore }) => takenBefore === null)).toHaveLength(1);
    expect(await count(`app.usage_file where digest = '${digest}'`)).toBe(1);
  });
});

describe("of two at once exactly one has its way", () => {
  const rounds = 5;

  test("two approvers, and approving against cancelling a payout run", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, approvalId } = await proposed(hour(10 + round));
      const at = hour(10 + round);
      const decide = (actor: Actor, decision: "approved" | "rejected") => () =>
        played.caller(actor, at).payout.decide({ approvalId, decision, comment: "So it is." });
      const cancel = () => played.caller(person().finance, at).payout.cancel({ id });
      const { controller, admin } = person();
      const both = await outcome(
        round % 2 === 0
          ? [decide(controller, "approved"), decide(admin, "rejected")]
          : [decide(controller, "rejected"), cancel],
      );
      expect([both.results.length, both.refusals]).toEqual([1, ["CONFLICT"]]);
      await drain(played.server.database, at);
      const left = await count(`app.payout_run where id = '${id}' and status in ('completed', 'cancelled')`);
      expect(left).toBe(1);
      expect(await played.broken(at)).toEqual([]);
    }
  });

  test("an approved run is carried out or taken back, never both", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const at = hour(20 + round);
      const { id, approvalId } = await proposed(at);
      const approving = { approvalId, decision: "approved", comment: "" } as const;
      await played.caller(person().controller, at).payout.decide(approving);
      const tried = await outcome([
        () => drain(played.server.database, at),
        () => played.caller(person().finance, at).payout.cancel({ id }),
      ]);
      const [run] = await played.ask<{ status: string }>(
        `select status from app.payout_run where id = '${id}'`,
      );
      expect(run?.status).toBe(tried.results.length === 2 ? "cancelled" : "completed");
      const paid = await count(`app.payout where payout_run_id = '${id}' and status = 'completed'`);
      if (run?.status === "cancelled") expect(paid).toBe(0);
      expect(await played.broken(at)).toEqual([]);
    }
  });

  test("two payments that are more than what is open", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const summit = await bill(round % 2 === 0 ? "Orchard" : "Summit");
      const [major, cents] = [summit.open / 2n / 100n, summit.open % 100n];
      // More than half each, so that both together are too much; a little is left for the next round.
      const amount = `${major + 1n}.${String(cents).padStart(2, "0")}`;
      const both = await outcome(
        ["one", "two"].map(
          (key) => () => finance().invoice.pay(payment(summit, amount, `${key} ${round} race`)),
        ),
      );
      expect([both.results.length, both.refusals]).toEqual([1, ["CONFLICT"]]);
    }
    await drain(played.server.database, hour(30));
    expect(await count("app.invoice where paid > gross")).toBe(0);
    expect(await played.broken(hour(30))).toEqual([]);
  });
});
