import cronParser from "cron-parser";
import { asc, eq, lte, notInArray, sql } from "drizzle-orm";
import { schedule } from "@/db/schema/engine";
import type { Database } from "@/server/access/scope";
import type { Registry } from "./functions";
import { startRuns } from "./start";

/** The next time a schedule names after a moment: `0 5 * * *` in UTC, or `TZ=Europe/Zurich 0 5 * * *`. */
export function nextTime(cron: string, after: Date): Date {
  const { tz = "UTC", expression = cron } = /^TZ=(?<tz>\S+)\s+(?<expression>.+)$/.exec(cron)?.groups ?? {};
  return cronParser.parseExpression(expression, { currentDate: after, tz }).next().toDate();
}

/** Notes when each function that runs by the calendar is due; one that is known keeps its time. */
export async function setSchedules(db: Database, registry: Registry, now: Date): Promise<void> {
  const rows = [...registry.values()].flatMap(({ id, cron }) =>
    cron ? [{ functionId: id, cron, dueAt: nextTime(cron, now) }] : [],
  );
  const ids = rows.map(({ functionId }) => functionId);
  await db.delete(schedule).where(ids.length > 0 ? notInArray(schedule.functionId, ids) : undefined);
  if (rows.length === 0) return;
  await db
    .insert(schedule)
    .values(rows)
    .onConflictDoUpdate({
      target: schedule.functionId,
      set: { cron: sql`excluded.cron`, dueAt: sql`excluded.due_at` },
      setWhere: sql`${schedule.cron} <> excluded.cron`,
    });
}

/**
 * Starts what the calendar says. Times that passed while nobody looked are not made up for: the
 * function runs once and is then due at the next time to come.
 */
export async function fireSchedules(db: Database, registry: Registry, now: Date): Promise<void> {
  const due = await db
    .select()
    .from(schedule)
    .where(lte(schedule.dueAt, now))
    .orderBy(asc(schedule.dueAt))
    .for("update", { skipLocked: true });
  for (const { functionId, cron, dueAt } of due) {
    const config = registry.get(functionId);
    if (!config) continue;
    const id = `${functionId}.${dueAt.toISOString()}`;
    const event = { id, name: "inngest/scheduled.timer", data: { cron }, ts: dueAt.getTime() };
    await startRuns(db, [{ config, event }], () => now);
    await db
      .update(schedule)
      .set({ dueAt: nextTime(cron, now) })
      .where(eq(schedule.functionId, functionId));
  }
}
