import { defineJob } from "@/server/events/client";
import { executePayoutRun } from "./execute";

/** Carries out a run once it is approved. */
const carryOutPayoutRun = defineJob(
  {
    id: "payout-carry-out-run",
    name: "Carry out an approved payout run",
    on: "payout.run.approved",
    concurrency: { limit: 1, key: "event.data.operatorId" },
  },
  ({ event, step, asSystem }) =>
    step.run("carry-out", () => asSystem((scope) => executePayoutRun(scope, { id: event.data.payoutRunId }))),
);

export const payoutJobs = [carryOutPayoutRun];
