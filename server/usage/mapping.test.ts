import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { began, now, openParking, type Parking } from "./fixtures/parking";
import type { Measured } from "./fixtures/subscription";
import { mapAccount } from "./map-account";
import { writeOffParked } from "./write-off";

let db: TestDatabase;
let desk: Parking;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  desk = await openParking(db);
});

describe("a mapping", () => {
  test("for one SKU goes before the one for every SKU", async () => {
    await desk.account();
    await desk.meter("*");
    await desk.meter("S2", { meter: "storage" });
    await desk.take({ id: "1" }, { id: "2", sku: "S2" });
    const { rows } = await db.owner.query(
      "select meter_id from app.usage_event where source_id = $1 order by row_number",
      [desk.world.sourceId],
    );
    expect(rows.map(({ meter_id }) => meter_id)).toEqual([
      desk.world.meters.compute,
      desk.world.meters.storage,
    ]);
  });

  test("replays rows of many files at once, each file in a batch of its own", async () => {
    await desk.meter();
    const ids = [
      await desk.take({ id: "1" }),
      await desk.take({ id: "2" }, { id: "3" }),
      await desk.take({ id: "4", account: "a2" }),
    ];
    expect(await desk.account()).toEqual({ accepted: 3, duplicate: 0, parked: 0 });
    expect(await desk.events()).toEqual(["1:2:1.5", "2:2:1.5", "2:3:1.5"]);
    const { rows } = await db.owner.query(
      "select number::int, file_id, rows from app.usage_batch where operator_id = $1 order by 1",
      [desk.world.operatorId],
    );
    expect(rows).toEqual([
      { number: 1, file_id: ids[0], rows: 1 },
      { number: 2, file_id: ids[1], rows: 2 },
    ]);
  });

  test("that is changed counts from then on, and a repeat changes nothing", async () => {
    await desk.account();
    await desk.meter();
    await desk.take({ id: "1" });
    const [other] = (await desk.world.subscribe(1, began)) as [Measured];
    await desk.world.run(
      (scope) =>
        mapAccount(scope, {
          sourceId: desk.world.sourceId,
          account: "a1",
          subscriptionId: other.subscriptionId,
        }),
      now,
    );
    await desk.take({ id: "1" }, { id: "2" });
    const { rows } = await db.owner.query(
      "select subscription_item_id as item from app.usage_event where source_id = $1 order by batch",
      [desk.world.sourceId],
    );
    expect(rows.map(({ item }) => item)).toEqual([desk.one.items.compute, other.items.compute]);
  });

  test("with a factor between equal units is refused", async () => {
    await expect(desk.meter("*", { factor: "2" })).rejects.toThrow(
      "The file and the meter both count in Hours, so the factor is 1.",
    );
  });
});

describe("writing off", () => {
  test("gives up on the rows of a group alone, and for good", async () => {
    const fileId = await desk.take({ id: "1" }, { id: "2" }, { id: "3", account: "a2" });
    const because = "A test account of the supplier's own.";
    const asked = { ...desk.group("unknown_account", { account: "a1" }), because };
    expect(await desk.world.run((scope) => writeOffParked(scope, asked), now)).toEqual({ rows: 2 });
    expect(await desk.parked()).toEqual([
      "2 written_off",
      "3 written_off",
      "4 unknown_account: No subscription is mapped to account “a2”.",
    ]);
    await desk.account();
    await desk.meter();
    expect(await desk.counts(await desk.take({ id: "1" }, { id: "5" }))).toMatchObject({
      accepted: 1,
      duplicate: 1,
    });
    expect(await desk.counts(fileId)).toMatchObject({
      read: 3,
      parked: 3,
      status: "accepted_with_parked_rows",
    });
    await expect(desk.world.run((scope) => writeOffParked(scope, asked), now)).rejects.toThrow(
      "None of these rows waits any more.",
    );
  });
});
