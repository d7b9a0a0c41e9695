import { sql } from "drizzle-orm";
import { payout, payoutItem } from "@/db/schema/payout";
import type { Scope } from "@/server/access/scope";
import { canonicalJson, sha256Hex } from "@/server/core/digest";
import type { Id } from "@/server/core/ids";

/**
 * Of every payout of a run, the account it goes to and every line it pays: what an approval of the run
 * holds for.
 */
export async function digestRun({ actor, db }: Scope, runId: Id<"payoutRun">): Promise<string> {
  const { rows } = await db.execute<Record<string, string | null>>(sql`
    select paid.id, paid.party_id, paid.currency, paid.status, paid.gross::text, paid.withheld::text,
      paid.net::text,
      paid.iban, (select md5(string_agg(item.settlement_line_id || ':' || item.payment_id || ':'
        || item.amount, ','
        order by item.settlement_line_id, item.payment_id)) from ${payoutItem} item
        where item.operator_id = paid.operator_id and item.payout_id = paid.id) as items
    from ${payout} paid where paid.operator_id = ${actor.operator}
      and paid.payout_run_id = ${runId} order by paid.id`);
  return sha256Hex(canonicalJson(rows));
}
