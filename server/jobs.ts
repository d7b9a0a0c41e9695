import type { Database } from "./access/scope";
import { activationJobs } from "./activation/jobs";
import type { Job } from "./events/client";
import { drainJobs } from "./events/drain";
import { eventJobs } from "./events/jobs";
import { invoiceJobs } from "./invoice/jobs";
import { orderJobs } from "./order/jobs";
import { payoutJobs } from "./payout/jobs";
import { quoteJobs } from "./quote/jobs";
import { settlementJobs } from "./settlement/jobs";
import { usageJobs } from "./usage/jobs";

/** Every function that runs in the background, in the order of the story. */
export const jobs: readonly Job[] = [
  ...quoteJobs,
  ...orderJobs,
  ...activationJobs,
  ...usageJobs,
  ...invoiceJobs,
  ...eventJobs,
  ...settlementJobs,
  ...payoutJobs,
];

/**
 * Does everything that is due up to `now`, in this process, until nothing is left: for the demo world and for
 * tests.
 */
export function drain(database: Database, now: Date): Promise<void> {
  return drainJobs(jobs, database, now);
}
