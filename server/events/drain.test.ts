import { describe, expect, test } from "vitest";
import { defineJob, defineSchedule, inngest } from "./client";
import { eventWorld, later, meridian, noon } from "./fixtures";

const world = eventWorld();
const { seen, note, placed, drain, runs } = world;

describe("a function", () => {
  test("runs for its event, as the operator's system actor, at the event's time", async () => {
    const job = defineJob({ id: "greet", on: "order.placed" }, ({ event, step, asSystem }) =>
      step.run("greet", () =>
        asSystem(async ({ actor, now }) =>
          note(`${event.data.orderId} ${actor.operator} ${now.toISOString()}`),
        ),
      ),
    );
    await placed();
    await drain([job], later(noon, { hours: 1 }));
    expect(seen).toEqual([`ord_one ${meridian} ${noon.toISOString()}`]);
    expect(await runs()).toMatchObject([
      { function_id: "tributary-greet", state: "completed", output: seen[0] },
    ]);
  });

  test("runs once for an event, however often the outbox is drained", async () => {
    const job = defineJob({ id: "once", on: "order.placed" }, async ({ runId }) => note(runId));
    await placed();
    await drain([job]);
    await world.db.owner.query("update engine.outbox set relayed_at = null");
    await drain([job]);
    expect(seen).toHaveLength(1);
  });

  test("hears only the events that meet its condition", async () => {
    const when = "event.data.orderId == 'ord_two'";
    const job = defineJob({ id: "some", on: "order.placed", when }, async ({ event }) =>
      note(event.data.orderId),
    );
    await placed("one");
    await placed("two");
    await drain([job]);
    expect(seen).toEqual(["ord_two"]);
  });

  test("runs once a day for its idempotency key", async () => {
    const job = defineJob(
      { id: "daily", on: "order.placed", idempotency: "event.data.orderId" },
      async ({ event }) => note(event.data.orderId),
    );
    await placed("one");
    await placed("one");
    await placed("two");
    await drain([job]);
    await placed("one", later(noon, { hours: 23 }));
    await drain([job], later(noon, { hours: 23 }));
    expect(seen).toEqual(["ord_one", "ord_two"]);
    await placed("one", later(noon, { hours: 25 }));
    await drain([job], later(noon, { hours: 25 }));
    expect(seen).toEqual(["ord_one", "ord_two", "ord_one"]);
  });
});

describe("steps", () => {
  test("are each done once, and their results are remembered", async () => {
    const job = defineJob({ id: "steps", on: "order.placed" }, async ({ step }) => {
      const first = await step.run("first", () => note(1));
      const second = await step.run("second", () => note(first + 1));
      return { first, second };
    });
    await placed();
    await drain([job]);
    expect(seen).toEqual(["1", "2"]);
    expect(await runs()).toMatchObject([{ state: "completed", output: { first: 1, second: 2 } }]);
  });

  test("in parallel run each once, and then the function goes on", async () => {
    const job = defineJob({ id: "parallel", on: "order.placed" }, async ({ step }) => {
      const parts = await Promise.all([1, 2, 3].map((part) => step.run(`part ${part}`, () => note(part))));
      return step.run("sum", () => note(parts.reduce((sum, part) => sum + part, 0)));
    });
    await placed();
    await drain([job]);
    expect(seen.toSorted()).toEqual(["1", "2", "3", "6"]);
    expect(await runs()).toMatchObject([{ state: "completed", output: 6 }]);
  });

  test("in a race let the first carry the run on, which ends when the last has ended", async () => {
    const job = inngest.createFunction(
      { id: "race", triggers: [{ event: "order.placed" }] },
      async ({ step, group }) => {
        const first = await group.parallel({ mode: "race" }, () =>
          Promise.race(["2h", "1h"].map((time) => step.sleep(time, time).then(() => time))),
        );
        return step.run("go on", () => note(first));
      },
    );
    await placed();
    await drain([job], later(noon, { minutes: 61 }));
    expect(seen).toEqual(["1h"]);
    await drain([job], later(noon, { hours: 3 }));
    expect(await runs()).toMatchObject([{ state: "completed", output: "1h" }]);
  });

  test("sleep until the clock says so, whether it jumps or creeps", async () => {
    const job = defineJob({ id: "sleep", on: "order.placed" }, async ({ step, asSystem }) => {
      await step.sleep("a day", "1d");
      await step.sleepUntil("evening", later(noon, { days: 1, hours: 8 }));
      await step.run("wake", () => asSystem(async ({ now }) => note(now.toISOString())));
    });
    await placed();
    await drain([job], later(noon, { hours: 23 }));
    await drain([job], later(noon, { days: 1, hours: 7 }));
    expect(seen).toEqual([]);
    await drain([job], later(noon, { days: 9 }));
    expect(seen).toEqual([later(noon, { days: 1, hours: 8 }).toISOString()]);
  });

  test("are refused a result that JSON would lose", async () => {
    const job = defineJob({ id: "bigint", on: "order.placed", retries: 0 }, ({ step }) =>
      step.run("amount", () => ({ minor: 5n })),
    );
    await placed();
    await drain([job]);
    const message = "Broken invariant: the result of step “amount” holds a bigint, which JSON would lose";
    expect(await runs()).toMatchObject([{ state: "failed", error: { message } }]);
  });
});

describe("a schedule", () => {
  test("runs at each time that the calendar names, in its own time zone", async () => {
    const job = defineSchedule(
      { id: "morning", cron: "TZ=Europe/Zurich 0 5 * * *" },
      ({ step, asSystemOf }) =>
        step.run("tick", () => asSystemOf(meridian, async ({ now }) => note(now.toISOString()))),
    );
    const start = new Date("2026-03-27T12:00:00Z");
    await drain([job], start);
    await drain([job], later(start, { days: 3 }));
    expect(seen).toEqual([
      "2026-03-28T04:00:00.000Z",
      "2026-03-29T03:00:00.000Z",
      "2026-03-30T03:00:00.000Z",
    ]);
  });
});

describe("a function that no engine here could run as set up", () => {
  test.each([
    ["batches", { batchEvents: { maxSize: 10, timeout: "5s" as const } }],
    ["debounces", { debounce: { period: "5s" as const } }],
    ["cancels", { cancelOn: [{ event: "order.placed" }] }],
  ])("because it %s, stops the start", async (_name, options) => {
    const job = inngest.createFunction(
      { id: "odd", triggers: [{ event: "order.placed" }], ...options },
      () => null,
    );
    await expect(drain([job])).rejects.toThrow("cannot run “tributary-odd”");
  });
});
