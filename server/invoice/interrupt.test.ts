import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Scope } from "@/server/access/scope";
import { linesOf, march10, openBilling } from "./fixtures/billing";
import type { Cast, SubscriptionSpec } from "./fixtures/cast";
import { readBooks } from "./fixtures/run";
import { issueBillRun } from "./issue";
import { planBillRun } from "./plan";
import { requestBillRun } from "./request";
import { billShardOnce } from "./shard";

let server: TestDatabase;
const at = (text: string) => new Date(text);
const april = at("2026-03-31T22:00:00Z");
const open = (specs?: readonly SubscriptionSpec[]) => openBilling(server.database, specs);

beforeAll(async () => {
  server = await openTestDatabase();
});
afterAll(() => server.close());

describe("an interrupted run", () => {
  test("ends in the books of an undisturbed one, wherever it was killed", async () => {
    const specs = [march10, at("2026-02-01T00:00:00Z"), march10].map((billableFrom) => ({ billableFrom }));
    const prepare = async () => {
      const world = await open(specs);
      await world.used("150", "2026-03-20T10:00:00Z", april);
      await world.used("7.5", "2026-03-21T10:00:00Z", april, 1);
      return world;
    };
    const control = await prepare();
    await control.bill(april);
    const expected = await control.run(readBooks);
    let killed = 0;
    for (let after = 0; ; after += 1) {
      const { cast, run, bill } = await prepare();
      if (!(await killAfter(cast, after))) break;
      killed += 1;
      await bill(april);
      expect((await run(readBooks)).map(withoutDigest)).toEqual(expected.map(withoutDigest));
    }
    expect(killed).toBeGreaterThan(20);
  }, 120_000);

  /** Goes through the steps and breaks the connection of whichever sends one statement too many. */
  async function killAfter({ network }: Cast, statements: number): Promise<boolean> {
    let left = statements;
    const step = <Result>(work: (scope: Scope) => Promise<Result>) =>
      network.run((scope) => work({ ...scope, db: failing(scope.db, () => left-- <= 0) }), april);
    try {
      const { billRunId } = await step((scope) => requestBillRun(scope, { until: april }));
      await step((scope) => planBillRun(scope, { billRunId }));
      await step((scope) => billShardOnce(scope, { billRunId, number: 0 }));
      await step((scope) => issueBillRun(scope, { billRunId }));
      return false;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      return true;
    }
  }

  class Killed extends Error {}

  function failing(db: Scope["db"], isOver: () => boolean): Scope["db"] {
    return new Proxy(db, {
      get(target, name, receiver) {
        const found: unknown = Reflect.get(target, name, receiver);
        if (typeof found !== "function") return found;
        return (...given: readonly unknown[]) => {
          if (isOver()) throw new Killed();
          return found.apply(target, given);
        };
      },
    });
  }

  /** Keys of usage rows are drawn anew in each world. */
  function withoutDigest(line: string): string {
    return line.replace(/ -?\d{15,}(?= )/, "");
  }
});

describe("two workers on one shard", () => {
  test("bill it once", async () => {
    const { run } = await open();
    const { billRunId } = await run((scope) => requestBillRun(scope, { until: april }), april);
    await Promise.all([1, 2].map(() => run((scope) => planBillRun(scope, { billRunId }), april)));
    await Promise.all(
      [1, 2, 3].map(() => run((scope) => billShardOnce(scope, { billRunId, number: 0 }), april)),
    );
    await Promise.all([1, 2].map(() => run((scope) => issueBillRun(scope, { billRunId }), april)));
    expect(linesOf(await run(readBooks), "run")).toEqual(["BR-000001 issued 1 1 0"]);
    expect(linesOf(await run(readBooks), "invoice")).toHaveLength(1);
  });
});
