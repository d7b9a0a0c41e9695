import { defineJob, type Job } from "@/server/events/client";
import { issueBillRun } from "./issue";
import { failBillRun, planBillRun } from "./plan";
import { billShardOnce } from "./shard";

/** The control rows in the database are the truth: a step that runs again finds what it did. */
const billRunJob = defineJob(
  {
    id: "invoice-bill-run",
    name: "Bill run",
    on: "bill.run.requested",
    retries: 5,
    concurrency: { limit: 2, key: "event.data.operatorId" },
    onFailure: ({ event, asSystem }) => asSystem((scope) => failBillRun(scope, event.data)),
  },
  async ({ event, step, asSystem }) => {
    const { billRunId } = event.data;
    const { shards } = await step.run("plan", () => asSystem((scope) => planBillRun(scope, { billRunId })));
    await Promise.all(
      Array.from({ length: shards }, (_, number) =>
        step.run(`shard ${number + 1}`, () =>
          asSystem((scope) => billShardOnce(scope, { billRunId, number })),
        ),
      ),
    );
    return step.run("issue", () => asSystem((scope) => issueBillRun(scope, { billRunId })));
  },
);

export const invoiceJobs: readonly Job[] = [billRunJob];
