import { can, router } from "@/server/access/procedures";
import { JobList, JobRef } from "./input";
import { listFunctions, listJobs, readJob } from "./read";
import { retryJob } from "./retry";

/** Background work, for the people who keep it running. */
export const jobRouter = router({
  list: can("job.read")
    .input(JobList)
    .query(({ ctx, input }) => listJobs(ctx.scope, input)),

  functions: can("job.read").query(({ ctx }) => listFunctions(ctx.scope)),

  get: can("job.read")
    .input(JobRef)
    .query(({ ctx, input }) => readJob(ctx.scope, input)),

  retry: can("job.retry")
    .input(JobRef)
    .mutation(({ ctx, input }) => retryJob(ctx.scope, input)),
});
