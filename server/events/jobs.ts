import { and, eq } from "drizzle-orm";
import { referenceFunction } from "inngest";
import { run } from "@/db/schema/engine";
import { defineJob, type Job } from "./client";
import { asEngine } from "./read";

/**
 * With Inngest as the engine, runs the function of a failed run anew, and no other that heard the same event.
 */
const retryWithInngest = defineJob(
  { id: "retry-run", name: "Run again", on: "job.retried", when: "event.data.engine == 'inngest'" },
  async ({ event, step, asSystem }) => {
    const { runId, operatorId } = event.data;
    const failed = await step.run("find the run", () =>
      asSystem((scope) =>
        asEngine(scope, async (db) => {
          const itsOwn = and(eq(run.id, runId), eq(run.operatorId, operatorId));
          const [found] = await db.select({ id: run.functionId, data: run.event }).from(run).where(itsOwn);
          return found ?? null;
        }),
      ),
    );
    if (!failed) return;
    const functionId = failed.id.replace(/^tributary-/, "");
    await step.invoke("run again", { function: referenceFunction({ functionId }), data: failed.data.data });
  },
);

export const eventJobs: readonly Job[] = [retryWithInngest];
