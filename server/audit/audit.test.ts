import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Scope } from "@/server/access/scope";
import { type Deal, openDeal } from "@/server/demo/fixture";
import { AuditList } from "./input";
import { listAudit, readAudit, readAuditChoices } from "./read";

let server: TestDatabase;
let deal: Deal;
beforeAll(async () => {
  server = await openTestDatabase();
  deal = await openDeal(server.database, new Date("2026-03-02T09:00:00Z"));
});
afterAll(() => server.close());

const list =
  (input: Partial<AuditList> = {}) =>
  (scope: Scope) =>
    listAudit(scope, AuditList.parse({ dir: "desc", ...input }));

describe("the record of changes", () => {
  test("is read newest first, page by page", async () => {
    const all = await deal.as(deal.people.auditor, list({ size: 200 }));
    const second = await deal.as(deal.people.auditor, list({ size: 5, page: 2 }));
    expect(second.rows.map(({ id }) => id)).toEqual(all.rows.slice(5, 10).map(({ id }) => id));
    expect(all.total).toBeGreaterThan(50);
    expect(all.rows[0]?.id).toBe(
      [...all.rows]
        .map(({ id }) => id)
        .sort()
        .at(-1),
    );
  });

  test.each([
    [{ q: "secure branch" }, "summary"],
    [{ filters: { actor: ["Helen Okafor"] } }, "actorName"],
    [{ filters: { object: ["approval"] } }, "objectKind"],
  ] as const)("is searched and filtered: %o", async (input, column) => {
    const { rows, total } = await deal.as(deal.people.auditor, list(input as Partial<AuditList>));
    expect(total).toBeGreaterThan(0);
    const wanted = "q" in input ? input.q : (Object.values(input.filters)[0]?.[0] ?? "");
    for (const row of rows) expect(String(row[column]).toLowerCase()).toContain(wanted.toLowerCase());
  });

  test("finds everything that was done to one thing by its id", async () => {
    const { rows } = await deal.as(deal.people.auditor, list({ q: deal.offer.offerId }));
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ objectId }) => objectId))).toEqual(new Set([deal.offer.offerId]));
  });

  test("tells of one change what was before and after, and the history of its object", async () => {
    const { rows } = await deal.as(deal.people.auditor, list({ q: deal.offer.offerId }));
    const [newest] = rows;
    const entry = await deal.as(deal.people.auditor, (scope) =>
      readAudit(scope, { id: newest?.id as never }),
    );
    expect(entry.after).toBeTruthy();
    expect(entry.history.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  test("names what it can be filtered by", async () => {
    const { actors, codes, objects } = await deal.as(deal.people.auditor, readAuditChoices);
    expect(actors).toContain("Helen Okafor");
    expect(codes.length).toBeGreaterThan(3);
    expect(objects).toContain("approval");
  });

  test("is the operator's alone", async () => {
    for (const person of ["alpineOwner", "creekOwner", "nimbusDesk"] as const) {
      expect(await deal.as(deal.people[person], list())).toEqual({ rows: [], total: 0 });
    }
    const stranger = { ...deal.people.auditor, operator: "opr_other", party: "opr_other" } as never;
    expect(await deal.as(stranger, list())).toEqual({ rows: [], total: 0 });
  });
});
