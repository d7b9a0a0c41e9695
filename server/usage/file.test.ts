import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type Decimal, decimal, decimalToText, multiplyDecimals } from "@/server/core/decimal";
import { nimbusServices } from "@/server/demo/focus-file";
import { countsOf, eventsOf, now, openMapped, text } from "./fixtures/desk";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe("a file", () => {
  test("of 5 MB is taken in whole, chunk by chunk, with all its rows and quantities", async () => {
    const world = await openMapped(db);
    const content = text(8_000, { unmatched: "nim-9", duplicate: true, late: 40, credit: true });
    expect(content.length).toBeGreaterThan(4_500_000);
    const { fileId } = await world.take("march.csv", content, { rowsPerChunk: 1_500, at: now });
    const counts = await countsOf(db, fileId);
    expect(counts).toEqual({
      ...{ read: 8_003, accepted: 8_000, duplicate: 1, parked: 1, rejected: 1 },
      ...{ status: "accepted_with_parked_rows", error: null },
    });
    const { rows } = await db.owner.query(
      "select sum(quantity)::text as q from app.usage_event where source_id = $1 and meter_id = $2",
      [world.sourceId, world.meters.storage],
    );
    expect(decimal(rows[0].q)).toEqual(storageIn(content));
    const batches = await db.owner.query(
      "select number::int, rows from app.usage_batch where operator_id = $1 order by 1",
      [world.operatorId],
    );
    expect(batches.rows.map((each) => each.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(batches.rows.reduce((sum, each) => sum + each.rows, 0)).toBe(8_000);
  });

  test("that came in before, under any name, leads to its first import", async () => {
    const world = await openMapped(db);
    const first = await world.take("march.csv", text(30), { at: now });
    const again = await world.take("march-final.csv", text(30), { at: now });
    expect(again).toEqual({ fileId: first.fileId, takenBefore: { name: "march.csv", receivedAt: now } });
    expect(await eventsOf(db, world)).toBe(30);
  });

  test("whose rows came in before, in another order or in ten parts, brings nothing new", async () => {
    const world = await openMapped(db);
    const [header = "", ...rows] = text(500).trim().split("\n");
    await world.take("march.csv", [header, ...rows].join("\n"), { at: now });
    const turned = await world.take("turned.csv", [header, ...rows.reverse()].join("\n"), {
      at: now,
      rowsPerChunk: 120,
    });
    expect(await countsOf(db, turned.fileId)).toMatchObject({
      read: 500,
      accepted: 0,
      duplicate: 500,
      status: "accepted",
    });
    for (let part = 0; part < 10; part += 1) {
      const some = rows.filter((_, place) => place % 10 === part);
      const { fileId } = await world.take(`part-${part}.csv`, [header, ...some].join("\r\n"), { at: now });
      expect(await countsOf(db, fileId)).toMatchObject({ read: 50, duplicate: 50 });
    }
    expect(await eventsOf(db, world)).toBe(500);
  });

  test("in which every row is bad is invalid, and says what is wrong with the first", async () => {
    const world = await openMapped(db);
    const [header = ""] = text(1).split("\n");
    const { fileId } = await world.take("bad.csv", `${header}\nx,y\nz\n`, { at: now });
    expect(await countsOf(db, fileId)).toMatchObject({
      ...{ read: 2, rejected: 2, status: "invalid" },
      error:
        "Each of the 2 rows of “bad.csv” was rejected, so nothing was taken in. " +
        "The first: row 2, whole row, has 2 columns where the header has 43 columns.",
    });
  });

  test("that is no FOCUS file is refused with its name and the reason", async () => {
    const world = await openMapped(db);
    const { fileId } = await world.take("prices.csv", "a,b\n1,2\n", { at: now });
    expect(await countsOf(db, fileId)).toMatchObject({
      ...{ read: 0, status: "invalid" },
      error:
        "“prices.csv” was not taken in. Row 1, the header, cannot be used: " +
        "none of the columns of FOCUS 1.0 " +
        "is in it; the first row must name the columns.",
    });
  });

  test("keeps rejected values that no database can, told in words", async () => {
    const world = await openMapped(db);
    const content = Buffer.from(text(2).replaceAll("nim-2", "caf\u00e9\0"), "latin1");
    const { fileId } = await world.take("latin.csv", content, { at: now });
    const { rows } = await db.owner.query("select * from app.usage_rejected where file_id = $1", [fileId]);
    expect(rows).toMatchObject([{ row_number: 3, column: "SubAccountId", value: "caf\\xE9␀" }]);
    expect(await countsOf(db, fileId)).toMatchObject({ accepted: 1, rejected: 1 });
  });
});

function storageIn(content: string): Decimal {
  const [header = "", ...rows] = content.trim().split("\n");
  const place = (name: string) => header.split(",").indexOf(name);
  const kept = new Map(rows.map((row) => [row, row.replaceAll(/"(?:[^"]|"")*"/g, "q").split(",")]));
  let units = 0n;
  for (const cells of kept.values()) {
    const service = nimbusServices.find((each) => each.service === cells[place("ServiceName")]);
    if (service?.meter !== "storage" || cells[place("SubAccountId")] === "nim-9") continue;
    if (cells[place("ChargeCategory")] !== "Usage") continue;
    const each = multiplyDecimals(decimal(cells[place("ConsumedQuantity")] ?? ""), decimal(service.factor));
    units += each.units * 10n ** BigInt(15 - each.scale);
  }
  return decimal(decimalToText({ units, scale: 15 }));
}
