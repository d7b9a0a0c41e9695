import { NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { Refusal } from "@/server/core/refusal";
import { defineJob, defineSchedule, eventOf, inngest, type Job } from "./client";
import { drainJobs } from "./drain";
import { happen, later, meridian, noon, ref, tables } from "./fixtures";

let db: TestDatabase;
let seen: string[];

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  seen = [];
  await db.owner.query(`truncate ${tables.join(", ")}`);
});

const placed = (name = "one", at = noon) =>
  happen(db.database, "order.placed", { orderId: ref("order", name) }, { at });
const note = <Value>(value: Value) => {
  seen.push(String(value));
  return value;
};
const drain = (jobs: Job[], now = noon) => drainJobs(jobs, db.database, now);
const runs = async () =>
  (await db.owner.query("select function_id, state, output, error from engine.run order by id")).rows;

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
    await db.owner.query("update engine.outbox set relayed_at = null");
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

describe("a wait for an event", () => {
  const job = defineJob({ id: "wait", on: "approval.requested" }, async ({ step }) => {
    const decided = await step.waitForEvent("decision", {
      event: eventOf("approval.decided"),
      match: "data.approvalId",
      timeout: "3d",
    });
    return decided?.data.approvalId ?? "nobody decided";
  });
  const approval = (name: string) => ({ approvalId: ref("approval", name) });

  test("ends with the event that matches", async () => {
    await happen(db.database, "approval.requested", approval("one"));
    await drain([job]);
    await happen(db.database, "approval.decided", approval("two"), { at: later(noon, { hours: 1 }) });
    await drain([job], later(noon, { hours: 1 }));
    expect(await runs()).toMatchObject([{ state: "waiting" }]);
    await happen(db.database, "approval.decided", approval("one"), { at: later(noon, { hours: 2 }) });
    await drain([job], later(noon, { hours: 2 }));
    expect(await runs()).toMatchObject([{ state: "completed", output: "apr_one" }]);
  });

  test("ends with nothing when its time is up", async () => {
    await happen(db.database, "approval.requested", approval("one"));
    await drain([job], later(noon, { days: 3, minutes: 1 }));
    await happen(db.database, "approval.decided", approval("one"), { at: later(noon, { days: 4 }) });
    await drain([job], later(noon, { days: 4 }));
    expect(await runs()).toMatchObject([{ state: "completed", output: "nobody decided" }]);
  });

  test("may name any condition on both events", async () => {
    const either = defineJob({ id: "either", on: "approval.requested" }, async ({ step }) => {
      const heard = await step.waitForEvent("decision", {
        event: eventOf("approval.decided"),
        if: "async.data.approvalId != event.data.approvalId && async.data.operatorId == event.data.operatorId",
        timeout: "1d",
      });
      return heard?.data.approvalId ?? null;
    });
    await happen(db.database, "approval.requested", approval("one"));
    await drain([either]);
    await happen(db.database, "approval.decided", approval("one"));
    await happen(db.database, "approval.decided", approval("two"));
    await drain([either]);
    expect(await runs()).toMatchObject([{ state: "completed", output: "apr_two" }]);
  });
});

describe("events sent by a step", () => {
  test("start other functions, once, also when the step runs twice", async () => {
    const fan = defineJob({ id: "fan", on: "order.placed" }, async ({ event, step }) => {
      const { operatorId } = event.data;
      const ready = ["a", "b", "c"].map((name) =>
        eventOf("task.ready").create({ operatorId, taskId: ref("task", name) }),
      );
      await step.sendEvent("fan out", ready);
    });
    const work = defineJob({ id: "work", on: "task.ready" }, async ({ event }) => note(event.data.taskId));
    await placed();
    await drain([fan, work]);
    await db.owner.query(
      `delete from engine.step;
       update engine.run set state = 'queued', ended_at = null where function_id = 'tributary-fan';
       insert into engine.task (run_id, step_id, kind, function_id, due_at)
       select id, '', 'call', function_id, created_at from engine.run where function_id = 'tributary-fan'`,
    );
    await drain([fan, work]);
    expect(seen).toEqual(["tsk_a", "tsk_b", "tsk_c"]);
    expect(await runs()).toHaveLength(4);
  });
});

describe("an invoked function", () => {
  const double = defineJob({ id: "double", on: "order.item.completed", retries: 0 }, async ({ event }) => {
    if (event.data.orderItemId === ref("orderItem", "bad")) throw new NonRetriableError("a bad item");
    return event.data.orderItemId.repeat(2);
  });
  const caller = (item: string) =>
    defineJob({ id: "caller", on: "order.placed" }, async ({ event, step }) => {
      const data = { ...event.data, orderItemId: ref("orderItem", item) };
      try {
        return await step.invoke("double it", { function: double, data });
      } catch (error) {
        return `caught: ${(error as Error).message}`;
      }
    });

  test("hands its result to the run that invoked it", async () => {
    await placed();
    await drain([double, caller("x")]);
    expect((await runs()).map(({ output }) => output)).toEqual(["oit_xoit_x", "oit_xoit_x"]);
  });

  test("hands over its failure, too", async () => {
    await placed();
    await drain([double, caller("bad")]);
    expect(await runs()).toMatchObject([{ output: "caught: a bad item" }, { state: "failed" }]);
  });
});

describe("a failure", () => {
  test("is tried again after 15 and 30 seconds and a minute, then the run has failed", async () => {
    const times: string[] = [];
    const job = defineJob({ id: "stubborn", on: "order.placed" }, ({ step, asSystem }) =>
      step.run("try", () =>
        asSystem(async ({ now }) => {
          times.push(String((now.getTime() - noon.getTime()) / 1000));
          throw new Error("no");
        }),
      ),
    );
    await placed();
    await drain([job], later(noon, { hours: 5 }));
    expect(times).toEqual(["0", "15", "45", "105"]);
    expect(await runs()).toMatchObject([{ state: "failed", error: { message: "no" } }]);
    const { rows } = await db.owner.query("select attempt, step_name from engine.failure order by attempt");
    expect(rows).toMatchObject([0, 1, 2, 3].map((attempt) => ({ attempt, step_name: "try" })));
  });

  test("says itself when to try again, or that it never will", async () => {
    const times: string[] = [];
    const job = defineJob({ id: "patient", on: "order.placed" }, ({ step, attempt, asSystem }) =>
      step.run("try", () =>
        asSystem(async ({ now }) => {
          times.push(String((now.getTime() - noon.getTime()) / 60_000));
          if (attempt === 0) throw new RetryAfterError("later", "20m");
          if (attempt === 1) throw new RetryAfterError("at two", later(noon, { hours: 2 }));
          throw new NonRetriableError("never");
        }),
      ),
    );
    await placed();
    await drain([job], later(noon, { days: 1 }));
    expect(times).toEqual(["0", "20", "120"]);
    expect(await runs()).toMatchObject([{ state: "failed", error: { message: "never" } }]);
  });

  test("that is a refusal is not tried again", async () => {
    const job = defineJob({ id: "refused", on: "order.placed" }, ({ step, asSystem }) =>
      step.run("try", () =>
        asSystem(async () => {
          note("tried");
          throw new Refusal("CONFLICT", "The order is closed.");
        }),
      ),
    );
    await placed();
    await drain([job], later(noon, { days: 1 }));
    expect(seen).toEqual(["tried"]);
    expect(await runs()).toMatchObject([{ state: "failed", error: { message: "The order is closed." } }]);
  });

  test("of a step can be caught by the function, which goes on", async () => {
    const job = defineJob({ id: "catching", on: "order.placed", retries: 0 }, async ({ step }) => {
      const first = await step
        .run("try", () => {
          throw new Error("no");
        })
        .catch((error: Error) => error.message);
      return step.run("go on", () => `after ${first}`);
    });
    await placed();
    await drain([job]);
    expect(await runs()).toMatchObject([{ state: "completed", output: "after no" }]);
  });

  test("is told to onFailure, with the event and the error", async () => {
    const job = defineJob(
      {
        id: "told",
        on: "order.placed",
        retries: 0,
        onFailure: async ({ event, error, step, asSystem }) =>
          step.run("tell", () =>
            asSystem(async ({ actor }) => note(`${event.data.orderId} ${error.message} ${actor.operator}`)),
          ),
      },
      async () => {
        throw new Error("outside of any step");
      },
    );
    await placed();
    await drain([job]);
    expect(seen).toEqual([`ord_one outside of any step ${meridian}`]);
    expect(await runs()).toMatchObject([
      { function_id: "tributary-told", state: "failed" },
      { function_id: "tributary-told-failure", state: "completed" },
    ]);
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
