import { sql } from "drizzle-orm";
import type { Scope } from "@/server/access/scope";

/**
 * Held until the transaction ends. Releases go on side by side; who adds up what was released, statement by
 * statement, is alone with it, so that all of its statements see the same.
 */
export async function lockReleases({ actor, db }: Scope, how: "with others" | "alone"): Promise<void> {
  const key = sql`hashtextextended('payout:' || ${actor.operator}, 0)`;
  await db.execute(
    how === "alone"
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`,
  );
}
