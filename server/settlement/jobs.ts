import { defineJob } from "@/server/events/client";
import { accrueShard, planAccrual } from "./accrue";
import { readPaidInvoices } from "./read";
import { releaseInvoice } from "./release";

/**
 * Divides the lines of an issued bill run, shard by shard; invoices that were paid meanwhile are released.
 */
const accrueRun = defineJob(
  {
    id: "settlement-accrue-run",
    name: "Divide issued lines",
    on: "bill.run.issued",
    concurrency: { limit: 2, key: "event.data.operatorId" },
  },
  async ({ event, step, asSystem }) => {
    const { billRunId } = event.data;
    const shards = await step.run("plan", () => asSystem((scope) => planAccrual(scope, billRunId)));
    for (const shard of shards) {
      await step.run(`divide-${shard}`, () => asSystem((scope) => accrueShard(scope, { billRunId, shard })));
    }
    await step.run("release", () =>
      asSystem(async (scope) => {
        for (const invoiceId of await readPaidInvoices(scope, billRunId))
          await releaseInvoice(scope, invoiceId);
      }),
    );
  },
);

const releasePaid = defineJob(
  { id: "settlement-release-paid", name: "Release what was paid", on: "payment.recorded" },
  ({ event, step, asSystem }) =>
    step.run("release", () => asSystem((scope) => releaseInvoice(scope, event.data.invoiceId))),
);

export const settlementJobs = [accrueRun, releasePaid];
