import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import type { Database } from "@/server/access/scope";
import { log } from "@/server/log";
import { inEngine } from "./store";
import type { Admitted } from "./tasks";

const name = "tributary.task";

/**
 * Keeps admitted tasks until they are due and hands each
 * to one server. The task itself says what is to be done.
 */
export type Queue = {
  /** In the transaction in which the tasks were admitted. */
  put(db: Database, tasks: readonly Admitted[], now: Date): Promise<void>;
  take(max: number): Promise<readonly Waking[]>;
  done(wakings: readonly Waking[]): Promise<void>;
  close(): Promise<void>;
};

export type Waking = { readonly job: string; readonly task: bigint };

/** pg-boss, in the schema that our migration made, as the engine's role. */
export async function openQueue(database: Database): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => inEngine(database, (db) => executorOf(db).executeSql(text, values)) },
    schema: "pgboss",
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: 60,
  });
  boss.on("error", (error) => log().warn({ reason: error.message }, "the queue's upkeep failed"));
  await boss.start();
  await boss.createQueue(name);
  return {
    async put(db, tasks, now) {
      const jobs = tasks.map(({ id, turn, dueAt }) => ({
        id: idOf(id, turn),
        name,
        data: { task: id.toString() },
        // Counted from now: the work's clock may be another than the database's.
        startAfter: `${Math.max(0, dueAt.getTime() - now.getTime())} milliseconds`,
        expireInSeconds: 60, // From waking to the lease, which takes over.
        retryLimit: 1000,
      }));
      if (jobs.length > 0) await boss.insert(jobs, { db: executorOf(db) });
    },
    async take(max) {
      const jobs = await boss.fetch<{ task: string }>(name, { batchSize: max });
      return jobs.map(({ id, data }) => ({ job: id, task: BigInt(data.task) }));
    },
    async done(wakings) {
      if (wakings.length > 0)
        await boss.complete(
          name,
          wakings.map(({ job }) => job),
        );
    },
    close: () => boss.stop({ graceful: false, close: false }),
  };
}

/** The same turn of a task is one entry, however often it is put. */
function idOf(task: bigint, turn: number): string {
  const digest = createHash("sha256").update(`${task}.${turn}`).digest("hex");
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function executorOf(db: Database) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const parts = text
        .split(/\$(\d+)/)
        .map((part, place) =>
          place % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1] ?? null)}`,
        );
      const { rows } = await db.execute(values.length > 0 ? sql.join(parts) : sql.raw(text));
      return { rows: rows ?? [] };
    },
  };
}
