import type { Scope } from "@/server/access/scope";
import { Refusal } from "@/server/core/refusal";
import { eventEngine } from "./context";
import { emit } from "./emit";
import type { JobRef } from "./input";
import { asEngine } from "./read";
import { retryRun } from "./runner/end";
import { holdRun } from "./runner/store";

/**
 * Has a failed run tried again. The embedded engine takes it up where it failed; Inngest, which keeps
 * its runs to itself, is asked for a new run of the same function for the same event (see `jobs.ts`).
 */
export async function retryJob(scope: Scope, { id }: JobRef): Promise<void> {
  const engine = eventEngine().kind === "inngest" ? "inngest" : "embedded";
  await asEngine(scope, async (db) => {
    const held = await holdRun(db, id);
    if (held?.operatorId !== scope.actor.operator) throw new Refusal("NOT_FOUND", "There is no such run.");
    if (held.state !== "failed")
      throw new Refusal("CONFLICT", "Only a run that has failed can be tried again.");
    if (engine === "embedded") await retryRun(db, held, scope.now);
  });
  await emit(scope, "job.retried", { runId: id, engine });
}
