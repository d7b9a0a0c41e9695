import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, test } from "vitest";
import { Refusal } from "@/server/core/refusal";
import { defineJob } from "./client";
import { eventWorld, later, meridian, noon } from "./fixtures";

const world = eventWorld();
const { seen, note, placed, drain, runs } = world;

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
    const { rows } = await world.db.owner.query(
      "select attempt, step_name from engine.failure order by attempt",
    );
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
