import type { Database } from "./access/scope";
import type { Job } from "./events/client";
import { drainJobs } from "./events/drain";
import { orderJobs } from "./order/jobs";
import { quoteJobs } from "./quote/jobs";

/** Every function that runs in the background, in the order of the story. */
export const jobs: readonly Job[] = [...quoteJobs, ...orderJobs];

/** Does everything that is due up to `now`, in this process, until nothing is left: for the demo world and for tests. */
export function drain(database: Database, now: Date): Promise<void> {
  return drainJobs(jobs, database, now);
}
