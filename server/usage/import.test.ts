import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { countsOf, eventsOf, now, number, openMapped, text } from "./fixtures/desk";
import { importFile } from "./import";
import { lockBatches } from "./lock";
import { receiveFile } from "./receive";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe("an import", () => {
  test("that is killed anywhere and begun again ends as one that was not", async () => {
    const world = await openMapped(db);
    const content = Buffer.from(text(900, { unmatched: "nim-9", duplicate: true }));
    for (const dies of [0.1, 0.35, 0.6, 0.9]) {
      const killed = world.take(
        `dies-${dies}.csv`,
        Buffer.concat([content, Buffer.from("\n".repeat(dies * 100))]),
        {
          ...{ at: now, rowsPerChunk: 100, diesAfter: dies * content.length },
        },
      );
      await expect(killed).rejects.toThrow("killed");
    }
    const files = await db.owner.query(
      "select id, rows_read from app.usage_file where source_id = $1 order by received_at, id",
      [world.sourceId],
    );
    expect(files.rows.every((file) => file.rows_read > 0 && file.rows_read < 902)).toBe(true);
    for (const { id } of files.rows) {
      await world.importIt(id, content, { at: now, rowsPerChunk: 100 });
      await world.importIt(id, content, { at: now, rowsPerChunk: 100 });
      expect(await countsOf(db, id)).toMatchObject({
        read: 902,
        status: expect.stringContaining("accepted"),
      });
    }
    expect(await eventsOf(db, world)).toBe(900);
    expect(
      await number(db, "select count(*) as n from app.usage_parked where source_id = $1", world.sourceId),
    ).toBe(1);
  });

  test("by two workers at once takes each row once", async () => {
    const world = await openMapped(db);
    const content = Buffer.from(text(2_000, { unmatched: "nim-9" }));
    const stored = { storageKey: "0".repeat(32), digest: "two workers", bytes: BigInt(content.length) };
    const { fileId } = await world.run(
      (scope) => receiveFile(scope, { sourceId: world.sourceId, name: "two.csv", ...stored }),
      now,
    );
    const worker = () => world.importIt(fileId, content, { at: now, rowsPerChunk: 150 });
    await Promise.all([worker(), worker(), worker()]);
    expect(await countsOf(db, fileId)).toMatchObject({
      read: 2_001,
      accepted: 2_000,
      parked: 1,
      duplicate: 0,
    });
    expect(await eventsOf(db, world)).toBe(2_000);
  });

  test("gives out batch numbers in the order of commits, without a gap, whoever began first", async () => {
    const world = await openMapped(db);
    const given: bigint[] = [];
    let release = (_value?: unknown) => {};
    const held = new Promise((resolve) => {
      release = resolve;
    });
    const slow = world.run(async (scope) => {
      given.push(await lockBatches(scope));
      await held;
      throw new Error("rolled back");
    });
    const file = world.take("one.csv", text(400), { at: now, rowsPerChunk: 100 });
    const other = world.take("two.csv", text(400, { month: "2025-02" }), { at: now, rowsPerChunk: 100 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await eventsOf(db, world)).toBe(0);
    release();
    await expect(slow).rejects.toThrow("rolled back");
    await Promise.all([file, other]);
    const { rows } = await db.owner.query(
      "select number::int from app.usage_batch where operator_id = $1 order by 1",
      [world.operatorId],
    );
    expect(rows.map((each) => each.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(given).toEqual([0n]);
  });

  test("inside another transaction, where there is no COPY, comes to the same", async () => {
    const world = await openMapped(db);
    const odd = text(200, { unmatched: "back\\slash" });
    const stored = { storageKey: "0".repeat(32), digest: "nested", bytes: BigInt(odd.length) };
    let before: Promise<unknown> = Promise.resolve(); // One transaction does one thing at a time.
    await world.run(async (scope) => {
      const { fileId } = await receiveFile(scope, {
        sourceId: world.sourceId,
        name: "nested.csv",
        ...stored,
      });
      for (const rowsPerChunk of [60, 60]) {
        await importFile({
          ...{ fileId, rowsPerChunk },
          inScope(work) {
            const result = before.then(() => scope.db.transaction((inner) => work({ ...scope, db: inner })));
            before = result;
            return result;
          },
          content: async function* () {
            yield Buffer.from(odd);
          },
        });
      }
    }, now);
    expect(await eventsOf(db, world)).toBe(200);
    const { rows } = await db.owner.query("select account from app.usage_parked where source_id = $1", [
      world.sourceId,
    ]);
    expect(rows).toEqual([{ account: "back\\slash" }]);
  });
});
