import { lt, sql } from "drizzle-orm";
import { attempt } from "@/db/schema/identity";
import { sha256Hex } from "@/server/core/digest";
import { asIdentity } from "./identity";
import type { Database } from "./scope";

const minute = 60_000;

/** How often a thing may be tried, and by what it is counted. */
export const limits = {
  "link.to": { most: 5, within: 15 * minute },
  "link.from": { most: 30, within: 15 * minute },
  "cast.from": { most: 600, within: 15 * minute },
  "enter.from": { most: 60, within: 15 * minute },
} as const;

const keptFor = 60 * minute; // Longer than any window; counts of windows that are over are nobody's business.

export type Limited = keyof typeof limits;

/**
 * Counts one try and says whether it is still within the limit. Windows are fixed, so that servers
 * which share a database share the count. Who is counted is kept as a digest only.
 */
export async function withinLimit(
  database: Database,
  { what, who, now }: { what: Limited; who: string; now: Date },
): Promise<boolean> {
  const { most, within } = limits[what];
  const startedAt = new Date(now.getTime() - (now.getTime() % within));
  const key = sha256Hex(`${what} ${who}`);
  const [counted] = await asIdentity(database, async (db) => {
    await db.delete(attempt).where(lt(attempt.startedAt, new Date(now.getTime() - keptFor)));
    return db
      .insert(attempt)
      .values({ key, startedAt, count: 1 })
      .onConflictDoUpdate({
        target: [attempt.key, attempt.startedAt],
        set: { count: sql`${attempt.count} + 1` },
      })
      .returning({ count: attempt.count });
  });
  return (counted?.count ?? 1) <= most;
}
