import { sql } from "drizzle-orm";
import { usageBatch } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";

/**
 * Waits until nobody else places usage of this operator, and holds that place until the transaction ends.
 * Says the number of the last closed batch. Numbers are given out in the order of commits and without a gap,
 * so that every row up to a number that can be seen can be seen; and rows are placed by the mappings as they
 * are while they are placed.
 */
export async function lockBatches({ actor, db }: Scope): Promise<bigint> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`usage.batch:${actor.operator}`}, 0))`,
  );
  const { rows } = await db.execute<{ last: string }>(sql`
    select coalesce(max(number), 0)::text as last from ${usageBatch} where operator_id = ${actor.operator}`);
  return BigInt(rows[0]?.last ?? "0");
}
