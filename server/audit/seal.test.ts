import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Scope } from "@/server/access/scope";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { readSealing } from "./read-seal";
import { record } from "./record";
import { sealEntries } from "./seal";
import { sealAll } from "./sealer";
import { verifyChain } from "./verify";
import { verifyAll } from "./verify-all";

const morning = new Date("2026-03-02T09:00:00Z");
const nextDay = new Date("2026-03-03T08:00:00Z");

const change = (summary: string) => (scope: Scope) =>
  record(scope, { code: "test.thing.changed", summary, object: { kind: "thing", id: "one" } });

let server: TestDatabase;
let deal: Deal;
beforeAll(async () => {
  server = await openTestDatabase();
  deal = await openDeal(server.database, morning);
});
afterAll(() => server.close());

const asAuditor = <Result>(work: (scope: Scope) => Promise<Result>) => deal.as(deal.people.auditor, work);

async function seals(): Promise<number> {
  const { rows } = await server.owner.query("select count(*)::int as seals from app.audit_seal");
  return rows[0].seals;
}

async function entries(): Promise<number> {
  const { rows } = await server.owner.query("select count(*)::int as entries from app.audit_entry");
  return rows[0].entries;
}

describe("what was changed", () => {
  test("waits until it is sealed, and then every entry has one seal", async () => {
    const before = await asAuditor(verifyChain);
    expect(before).toMatchObject({ sealed: 0n, broken: null });
    expect(before.unsealed).toBe(await entries());
    expect(before.unsealedSince).not.toBeNull();
    expect(await sealAll(server.database, morning)).toBe(await entries());
    const after = await asAuditor(verifyChain);
    expect(after).toMatchObject({ broken: null, rootLost: null, unsealed: 0, unsealedSince: null });
    expect(after.sealed).toBe(BigInt(await entries()));
    expect(await sealAll(server.database, morning)).toBe(0);
  });

  test("is sealed once by ten that try at once, without a gap", async () => {
    for (const summary of ["a", "b", "c"]) await deal.as(deal.people.finance, change(summary));
    const before = await seals();
    await Promise.all(Array.from({ length: 10 }, () => sealAll(server.database, morning)));
    expect(await seals()).toBe(before + 3);
    expect(await asAuditor(verifyChain)).toMatchObject({ broken: null, unsealed: 0 });
  });

  test("in a transaction that is still open waits, and holds up nobody", async () => {
    const before = await seals();
    await deal.as(deal.people.finance, async (scope) => {
      await change("begun first, committed last")(scope);
      await deal.as(deal.people.controller, change("begun last, committed first"));
      await sealAll(server.database, morning);
      expect(await seals()).toBe(before + 1);
    });
    await sealAll(server.database, morning);
    expect(await seals()).toBe(before + 2);
    expect(await asAuditor(verifyChain)).toMatchObject({ broken: null, unsealed: 0 });
  });

  test("is sealed for a partner's people too, who can neither read nor seal", async () => {
    await deal.as(deal.people.creekOwner, change("by a partner"));
    expect(await deal.as(deal.people.creekOwner, sealEntries)).toBe(0);
    expect(await sealAll(server.database, morning)).toBe(1);
    expect(await deal.as(deal.people.creekOwner, readSealing)).toMatchObject({ tip: null, roots: [] });
  });

  test("has a root for each day that is over", async () => {
    expect((await asAuditor(readSealing)).roots).toEqual([]);
    await sealAll(server.database, nextDay);
    const { roots, tip } = await asAuditor(readSealing);
    expect(roots.map(({ day }) => day)).toEqual(["2026-03-02"]);
    expect(roots[0]?.hash).toBe(tip?.hash);
  });
});

/** As somebody who may do everything: past the triggers, and past row-level security. */
async function tamper(statement: string): Promise<void> {
  await server.owner.query("set session_replication_role = replica");
  const { rowCount } = await server.owner.query(statement);
  await server.owner.query("set session_replication_role = origin");
  expect(rowCount).toBeGreaterThan(0);
}

const fifth = "(select entry_id from app.audit_seal where sequence = 5)";
const columns = `operator_id, code, summary, actor_id, actor_name, actor_party_id, role, object_kind,
  object_id, before, after, correlation, happened_at`;

describe("whoever tampers as superuser is found", () => {
  // what, the statement, its undoing, the first that does not hold
  test.each([
    [
      "an entry that says something else",
      `update app.audit_entry set summary = summary || '!' where id = ${fifth}`,
      `update app.audit_entry set summary = left(summary, -1) where id = ${fifth}`,
      { sequence: 5n, why: "the entry says something else than when it was sealed" },
    ],
    [
      "an entry of another time",
      `update app.audit_entry set happened_at = happened_at + interval '1 second' where id = ${fifth}`,
      `update app.audit_entry set happened_at = happened_at - interval '1 second' where id = ${fifth}`,
      { sequence: 5n, why: "the entry says something else than when it was sealed" },
    ],
    [
      "an entry that is gone",
      `update app.audit_entry set operator_id = 'x' where id = ${fifth}`,
      `update app.audit_entry set operator_id = (select operator_id from app.audit_seal limit 1)
         where id = ${fifth}`,
      { sequence: 5n, why: "the entry that was sealed is gone" },
    ],
    [
      "a seal that is gone",
      "update app.audit_seal set sequence = -5 where sequence = 5",
      "update app.audit_seal set sequence = 5 where sequence = -5",
      { sequence: 6n, why: "number 5 is missing from the chain" },
    ],
    [
      "a seal that was made again",
      "update app.audit_seal set hash = reverse(hash) where sequence = 5",
      "update app.audit_seal set hash = reverse(hash) where sequence = 5",
      { sequence: 5n, why: "its seal does not follow from what was sealed before it" },
    ],
  ])("%s", async (_what, statement, undo, broken) => {
    await tamper(statement);
    expect(await asAuditor(verifyChain)).toMatchObject({ broken, sealed: 4n });
    const [told] = await verifyAll(server.database, nextDay);
    expect(told?.holds).toBe(false);
    expect(told?.sentence).toContain(`BROKEN at number ${broken.sequence}, entry aud_`);
    expect(told?.sentence).toContain(broken.why);
    await tamper(undo);
    expect(await asAuditor(verifyChain)).toMatchObject({ broken: null });
  });

  test("an entry put in between, which no seal names", async () => {
    await tamper(`insert into app.audit_entry (id, ${columns})
      select 'aud_forged', ${columns} from app.audit_entry where id = ${fifth}`);
    const { unsealed, unsealedSince } = await asAuditor(verifyChain);
    expect(unsealed).toBe(1);
    expect(unsealedSince?.getTime()).toBeLessThan(nextDay.getTime());
    await tamper("delete from app.audit_entry where id = 'aud_forged'");
  });

  test("an end that was cut off behind a day's root", async () => {
    await tamper("update app.audit_seal set sequence = -sequence where sequence > 9");
    expect(await asAuditor(verifyChain)).toMatchObject({ broken: null, rootLost: "2026-03-02", sealed: 9n });
    expect((await verifyAll(server.database, nextDay))[0]?.sentence).toContain("CUT OFF");
    await tamper("update app.audit_seal set sequence = -sequence where sequence < 0");
    expect((await verifyAll(server.database, nextDay))[0]).toMatchObject({ holds: true });
  });
});
