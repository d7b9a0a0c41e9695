import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { now, openParking, type Parking } from "./fixtures/parking";
import { mapMeter } from "./map-meter";
import { retryParked } from "./retry";

let db: TestDatabase;
let desk: Parking;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  desk = await openParking(db);
});

describe("a row waits", () => {
  test("for its account, then for its meter, and is taken in when both are known", async () => {
    const fileId = await desk.take({ id: "1" }, { id: "2" }, { id: "3", account: "a2" });
    expect(await desk.parked()).toEqual([
      "2 unknown_account: No subscription is mapped to account “a1”.",
      "3 unknown_account: No subscription is mapped to account “a1”.",
      "4 unknown_account: No subscription is mapped to account “a2”.",
    ]);
    expect(await desk.account()).toEqual({ accepted: 0, duplicate: 0, parked: 2 });
    expect((await desk.parked())[0]).toBe(
      "2 unknown_meter: No meter is mapped to “Compute”, SKU “S1”, counted in Hours.",
    );
    expect(await desk.events()).toEqual([]);
    expect(await desk.meter()).toEqual({ accepted: 2, duplicate: 0, parked: 1 });
    expect(await desk.parked()).toEqual([
      "2 replayed",
      "3 replayed",
      "4 unknown_account: No subscription is mapped to account “a2”.",
    ]);
    expect(await desk.events()).toEqual(["1:2:1.5", "1:3:1.5"]);
    expect(await desk.counts(fileId)).toEqual({
      read: 3,
      accepted: 2,
      duplicate: 0,
      parked: 1,
      rejected: 0,
      status: "accepted_with_parked_rows",
    });
    await desk.account("a2");
    expect(await desk.counts(fileId)).toMatchObject({ accepted: 3, parked: 0, status: "accepted" });
  });

  test("once, however often it comes again", async () => {
    await desk.take({ id: "1" });
    const again = await desk.take({ id: "1" }, { id: "1" });
    expect(await desk.counts(again)).toMatchObject({ duplicate: 2, parked: 0, status: "accepted" });
    await desk.account();
    await desk.meter();
    expect(await desk.events()).toHaveLength(1);
    expect(await desk.counts(await desk.take({ id: "1" }))).toMatchObject({ duplicate: 1 });
  });

  test("when it is counted in another unit than before", async () => {
    await desk.account();
    await desk.meter();
    await desk.take({ id: "1" }, { id: "2", unit: "Minutes" });
    expect(await desk.parked()).toEqual([
      "3 unknown_meter: No meter is mapped to “Compute”, SKU “S1”, counted in Minutes.",
    ]);
    await desk.meter("*", { unit: "Minutes", factor: "0.016666666667" });
    expect(await desk.events()).toEqual(["1:2:1.5", "2:3:0.0250000000005"]);
  });

  test("when its quantity cannot be kept exactly in the meter's unit", async () => {
    await desk.account();
    await desk.meter("*", { unit: "Seconds", factor: "0.000277777778" });
    await desk.take({ id: "1", unit: "Seconds", quantity: "0.0001" });
    expect(await desk.parked()).toEqual([
      "2 inexact_quantity: 0.0001 times 0.000277777778 has more than 15 places and cannot be kept exactly.",
    ]);
  });

  test("when its subscription has no item for the meter, or was not running", async () => {
    await desk.account();
    await desk.meter();
    const other = await db.owner.query(
      "insert into app.meter values ($1, 'mtr_other', 'other', 'Other', 'Calls') returning id",
      [desk.world.operatorId],
    );
    await desk.world.run(
      (scope) =>
        mapMeter(scope, {
          sourceId: desk.world.sourceId,
          service: "Compute",
          sku: "S9",
          unit: "Hours",
          factor: "1",
          meterId: other.rows[0].id,
        }),
      now,
    );
    await desk.take(
      { id: "1", sku: "S9" },
      { id: "2", at: "2025-01-09 23:59:59" },
      { id: "3", at: "2025-01-10 00:00:00" },
    );
    const [{ number }] = (
      await db.owner.query("select number from app.subscription where id = $1", [desk.one.subscriptionId])
    ).rows;
    expect(await desk.parked()).toEqual([
      `2 not_in_subscription: Subscription ${number} has no item that is measured by this meter.`,
      `3 outside_subscription: Subscription ${number} was not running at the time of use.`,
    ]);
    await db.owner.query("update app.subscription_item set valid_from = '2025-01-01' where id = $1", [
      desk.one.items.compute,
    ]);
    await desk.account("a1", { validFrom: new Date("2025-01-01T00:00:00Z") });
    expect(await desk.events()).toEqual(["1:4:1.5", "2:3:1.5"]);
    expect(
      await desk.world.run(
        (scope) =>
          retryParked(
            scope,
            desk.group("not_in_subscription", {
              account: "a1",
              service: "Compute",
              sku: "S9",
              unit: "Hours",
            }),
          ),
        now,
      ),
    ).toEqual({ accepted: 0, duplicate: 0, parked: 1 });
  });

  test("when it contradicts a row that was taken, and never changes that one", async () => {
    await desk.account();
    await desk.meter();
    await desk.take({ id: "1", quantity: "5" });
    const first = "file-1.csv";
    const second = await desk.take(
      { id: "1", quantity: "6" },
      { id: "1", quantity: "6" },
      { id: "1", at: "2025-03-01 11:00:00", quantity: "5" },
    );
    expect(await desk.parked()).toEqual([
      `2 conflict: Row 2 of “${first}” was taken before and says something else.`,
      `4 conflict: Row 2 of “${first}” was taken before and says something else.`,
    ]);
    expect(await desk.counts(second)).toMatchObject({ read: 3, accepted: 0, duplicate: 1, parked: 2 });
    expect(await desk.events()).toEqual(["1:2:5"]);
    await desk.account("a1");
    expect(await desk.events()).toEqual(["1:2:5"]);
  });

  test("when it contradicts a row that waits, which then goes first", async () => {
    await desk.take({ id: "1", quantity: "5" }, { id: "1", quantity: "6" });
    expect(await desk.parked()).toEqual([
      "2 unknown_account: No subscription is mapped to account “a1”.",
      "3 conflict: An earlier row that waits says something else of the same usage.",
    ]);
    await desk.account();
    await desk.meter();
    expect(await desk.events()).toEqual(["1:2:5"]);
    expect((await desk.parked())[0]).toBe("2 replayed");
  });
});
