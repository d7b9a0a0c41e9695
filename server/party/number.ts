import { sql } from "drizzle-orm";
import { numberSeries } from "@/db/schema/party";
import { elevated, type Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";

/**
 * The next number of a series of documents of one legal entity. Its row stays locked until the transaction
 * ends, and a transaction that fails gives its number back, so a series has no gap: take it as the last step.
 */
export async function nextNumber(scope: Scope, legalEntityId: PartyId, series: string): Promise<bigint> {
  return nextNumbers(scope, legalEntityId, series, 1n);
}

/** Takes so many numbers at once and gives the first of them; the others follow it. */
export async function nextNumbers(
  scope: Scope,
  legalEntityId: PartyId,
  series: string,
  count: bigint,
): Promise<bigint> {
  invariant(count > 0n, "at least one number is taken");
  const row = { operatorId: scope.actor.operator, legalEntityId, series, last: count };
  const [taken] = await elevated(scope, ({ db }) =>
    db
      .insert(numberSeries)
      .values(row)
      .onConflictDoUpdate({
        target: [numberSeries.operatorId, numberSeries.legalEntityId, numberSeries.series],
        set: { last: sql`${numberSeries.last} + ${count}` },
      })
      .returning({ last: numberSeries.last }),
  );
  invariant(taken !== undefined, "a series gives a number");
  return taken.last - count + 1n;
}

/** A number as documents print it: `Q-000042`. */
export function documentNumber(prefix: string, number: bigint): string {
  return `${prefix}-${number.toString().padStart(6, "0")}`;
}
