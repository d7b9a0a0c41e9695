import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Role } from "@/server/access/actor";
import { createCallerFactory } from "@/server/access/procedures";
import { systemActor } from "@/server/access/system";
import type { Id, OperatorId } from "@/server/core/ids";
import { listInput } from "@/server/core/list";
import { defineJob, type Job } from "./client";
import { drainJobs } from "./drain";
import { boreal, happen, later, meridian, noon, ref, tables } from "./fixtures";
import { jobRouter } from "./router";

let db: TestDatabase;
let broken: boolean;
let tries: string[];

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  broken = true;
  tries = [];
  await db.owner.query(`truncate ${tables.join(", ")}`);
  await happen(db.database, "order.placed", { orderId: ref("order", "one") });
  await happen(db.database, "order.placed", { orderId: ref("order", "two") }, { operator: boreal });
  await drainJobs(work, db.database, later(noon, { days: 1 }));
});

const work: Job[] = [
  defineJob({ id: "fragile", on: "order.placed", retries: 1 }, async ({ step }) => {
    await step.run("whole", () => void tries.push("whole"));
    await Promise.all(
      ["left", "right"].map((side) =>
        step.run(side, () => {
          tries.push(side);
          if (broken && side === "right") throw new Error("The bank is closed.");
        }),
      ),
    );
    return "done";
  }),
];

const all = listInput(["createdAt", "function", "state", "endedAt"], ["state", "function"]).parse({});

function as(role: Role, operator: OperatorId = meridian) {
  const actor = { ...systemActor(operator), role, name: role };
  const now = later(noon, { days: 2 });
  return createCallerFactory(jobRouter)({
    ...{ actor, now, correlation: "test", session: null },
    ...{ database: db.database, identity: db.database },
  });
}

const only = async (role: Role, operator = meridian) => {
  const [job] = (await as(role, operator).list(all)).rows;
  if (!job) throw new Error("There is a run.");
  return job;
};

describe("the page of operations", () => {
  test("shows an operator its own runs, with what failed and how often", async () => {
    const { rows, total } = await as("operator_operations").list(all);
    expect({ rows, total }).toMatchObject({
      total: 1,
      rows: [
        {
          ...{ function: "fragile", event: "order.placed", about: { orderId: "ord_one" }, state: "failed" },
          ...{ reason: "The bank is closed.", steps: 3, stepsDone: 2, failures: 2 },
        },
      ],
    });
  });

  test("shows a run's steps in the order in which they ended, and each failed attempt", async () => {
    const { id } = await only("operator_operations");
    const job = await as("operator_operations").get({ id });
    expect(job.steps.map(({ name, state, attempts }) => [name, state, attempts])).toEqual([
      ["whole", "completed", 1],
      ["left", "completed", 1],
      ["right", "failed", 2],
    ]);
    expect(job.failed.map(({ stepName, attempt, reason }) => [stepName, attempt, reason])).toEqual([
      ["right", 0, "The bank is closed."],
      ["right", 1, "The bank is closed."],
    ]);
  });

  test("narrows the list by state, by function and by word", async () => {
    const ask = async (change: object) => (await as("operator_admin").list({ ...all, ...change })).total;
    expect(await ask({ filters: { state: ["completed"] } })).toBe(0);
    expect(await ask({ filters: { state: ["failed"], function: ["fragile"] } })).toBe(1);
    expect(await ask({ q: "ord_one" })).toBe(1);
    expect(await ask({ q: "ord_two" })).toBe(0);
    expect(await as("operator_admin").functions()).toEqual(["fragile"]);
  });

  test("does not know another operator's runs", async () => {
    const { id } = await only("operator_admin", boreal);
    await expect(as("operator_admin").get({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(as("operator_admin").retry({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is closed to partners, and trying again to those who only read", async () => {
    const { id } = await only("operator_admin");
    await expect(as("partner_owner").list(all)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(as("operator_auditor").retry({ id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("trying a failed run again", () => {
  test("takes it up where it failed: what went well is not done again", async () => {
    broken = false;
    tries = [];
    const { id } = await only("operator_operations");
    await as("operator_operations").retry({ id });
    await drainJobs(work, db.database, later(noon, { days: 3 }));
    expect(tries).toEqual(["right"]);
    expect(await only("operator_operations")).toMatchObject({ state: "completed", reason: null });
  });

  test("is noted with who did it", async () => {
    const { id } = await only("operator_operations");
    await as("operator_operations").retry({ id });
    const { rows } = await db.owner.query(
      "select data, actor from engine.outbox where name = 'job.retried' and operator_id = $1",
      [meridian],
    );
    expect(rows).toMatchObject([
      { data: { runId: id, engine: "embedded" }, actor: { name: "operator_operations" } },
    ]);
  });

  test("is refused for a run that has not failed", async () => {
    const { id } = await only("operator_operations");
    await as("operator_operations").retry({ id });
    await expect(as("operator_operations").retry({ id })).rejects.toMatchObject({ code: "CONFLICT" });
    const missing = ref("run", "missing") as Id<"run">;
    await expect(as("operator_operations").retry({ id: missing })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
