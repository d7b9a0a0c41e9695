import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { decimal, decimalToText } from "@/server/core/decimal";
import { countsOf, now } from "./fixtures/desk";
import type { Measured } from "./fixtures/subscription";
import { openUsage } from "./fixtures/world";
import { mapAccount } from "./map-account";
import { mapMeter } from "./map-meter";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const sample = "../shared/data/focus/focus-1.0-sample.csv";

describe("the real file of 500 anonymised rows", () => {
  if (!existsSync(sample)) console.warn(`${sample} is not there: the real FOCUS file is NOT tested.`);

  test.skipIf(!existsSync(sample))(
    "is accounted for row by row, and exact to the last digit",
    async () => {
      const world = await openUsage(db.database, new Date("2024-01-01T00:00:00Z"));
      const content = readFileSync(sample);
      const { fileId } = await world.take("aws.csv", content, { at: now, rowsPerChunk: 64 });
      expect(await countsOf(db, fileId)).toMatchObject({ read: 500, accepted: 0, parked: 499, rejected: 1 });

      const groups = await db.owner.query<{ account: string }>(
        "select distinct account from app.usage_parked where file_id = $1 order by 1",
        [fileId],
      );
      expect(groups.rows).toHaveLength(58);
      const measured = await world.subscribe(58, new Date("2024-01-01T00:00:00Z"));
      const { sourceId, meters, run } = world;
      for (const [place, { account }] of groups.rows.entries()) {
        const { subscriptionId } = measured[place] as Measured;
        const { parked } = await run(
          (scope) => mapAccount(scope, { sourceId, account, subscriptionId }),
          now,
        );
        expect(parked).toBeGreaterThan(0);
      }
      const kinds = await db.owner.query<{ service: string; unit: string }>(
        "select distinct service, unit from app.usage_parked where file_id = $1 and reason = 'unknown_meter'",
        [fileId],
      );
      for (const { service, unit } of kinds.rows) {
        await run(
          (scope) =>
            mapMeter(scope, { sourceId, service, sku: "*", unit, meterId: meters.storage, factor: "1" }),
          now,
        );
      }
      expect(await countsOf(db, fileId)).toMatchObject({
        accepted: 499,
        parked: 0,
        rejected: 1,
        duplicate: 0,
        status: "accepted",
      });
      const { rows } = await db.owner.query<{ row_number: number; quantity: string }>(
        `select row_number, trim_scale(quantity)::text as quantity from app.usage_event
           where file_id = $1 order by 1`,
        [fileId],
      );
      const written = quantitiesIn(content.toString("utf8"));
      expect(rows.map(({ row_number, quantity }) => [row_number, quantity])).toEqual(written);
    },
    120_000,
  );
});

/**
 * Cuts the file by hand, not by the code under test: the 19th column holds no quotes, those before it may.
 */
function quantitiesIn(content: string): [number, string][] {
  const rows = content.trim().split("\r\n").slice(1);
  return rows.flatMap((row, at) => {
    const cells = row.replaceAll(/"(?:[^"]|"")*"/g, "q").split(",");
    return cells[7] === "Usage"
      ? [[at + 2, decimalToText(decimal(cells[18] ?? ""))] as [number, string]]
      : [];
  });
}
