import { NonRetriableError } from "inngest";
import { describe, expect, test } from "vitest";
import { defineJob, eventOf } from "./client";
import { eventWorld, happen, later, noon, ref } from "./fixtures";

const world = eventWorld();
const { seen, note, placed, drain, runs } = world;

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
    await happen(world.db.database, "approval.requested", approval("one"));
    await drain([job]);
    await happen(world.db.database, "approval.decided", approval("two"), { at: later(noon, { hours: 1 }) });
    await drain([job], later(noon, { hours: 1 }));
    expect(await runs()).toMatchObject([{ state: "waiting" }]);
    await happen(world.db.database, "approval.decided", approval("one"), { at: later(noon, { hours: 2 }) });
    await drain([job], later(noon, { hours: 2 }));
    expect(await runs()).toMatchObject([{ state: "completed", output: "apr_one" }]);
  });

  test("ends with nothing when its time is up", async () => {
    await happen(world.db.database, "approval.requested", approval("one"));
    await drain([job], later(noon, { days: 3, minutes: 1 }));
    await happen(world.db.database, "approval.decided", approval("one"), { at: later(noon, { days: 4 }) });
    await drain([job], later(noon, { days: 4 }));
    expect(await runs()).toMatchObject([{ state: "completed", output: "nobody decided" }]);
  });

  test("may name any condition on both events", async () => {
    const either = defineJob({ id: "either", on: "approval.requested" }, async ({ step }) => {
      const heard = await step.waitForEvent("decision", {
        event: eventOf("approval.decided"),
        if: "async.data.approvalId != event.data.approvalId && event.data.operatorId != null",
        timeout: "1d",
      });
      return heard?.data.approvalId ?? null;
    });
    await happen(world.db.database, "approval.requested", approval("one"));
    await drain([either]);
    await happen(world.db.database, "approval.decided", approval("one"));
    await happen(world.db.database, "approval.decided", approval("two"));
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
    await world.db.owner.query(
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

  test("that takes too long is given up, and goes on by itself", async () => {
    const slow = defineJob({ id: "slow", on: "order.item.completed" }, async ({ step }) => {
      await step.sleep("ten days", "10d");
      return "late";
    });
    const impatient = defineJob({ id: "impatient", on: "order.placed" }, ({ event, step }) =>
      step
        .invoke("wait an hour", { function: slow, data: event.data, timeout: "1h" })
        .catch((error: Error) => `gave up: ${error.message}`),
    );
    await placed();
    await drain([slow, impatient], later(noon, { days: 11 }));
    expect((await runs()).map(({ output }) => output)).toEqual([
      "gave up: The invoked function did not end in time.",
      "late",
    ]);
  });
});
