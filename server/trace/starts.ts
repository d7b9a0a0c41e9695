import { type SQL, sql } from "drizzle-orm";
import { invoice } from "@/db/schema/invoice";
import { statement } from "@/db/schema/payout";
import { settlementLine } from "@/db/schema/settlement";
import { usageFile } from "@/db/schema/usage";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { see } from "./facts/see";
import { keyOf, type NodeKind, type NodeRef, type Seen } from "./rules/vocabulary";

/** A thing of late that somebody may want to trace. */
export type Start = NodeRef & { readonly seen: Seen };

const eachMost = 5;
const days = 92;

/**
 * The newest things of each kind that the asker may trace, found by index: own lines, and documents of late.
 */
export async function readStarts(scope: Scope): Promise<readonly Start[]> {
  const { actor, db, now } = scope;
  const since = new Date(now.getTime() - days * 86_400_000).toISOString();
  const own = isOperator(actor) ? sql`true` : sql`party_id = ${actor.party}`;
  const newest = (kind: NodeKind, table: SQL, at: SQL, where: SQL) => sql`(
    select ${kind}::text as kind, id from ${table} where operator_id = ${actor.operator} and ${where}
      and ${at} >= ${since} order by ${at} desc, id desc limit ${eachMost})`;
  const { rows } = await db.execute<NodeRef>(sql`
    ${newest("settlement_line", sql`${settlementLine}`, sql`accrued_at`, own)} union all
    ${newest("statement", sql`${statement}`, sql`"to"`, own)} union all
    ${newest("invoice", sql`${invoice}`, sql`issued_at`, sql`true`)} union all
    ${newest("usage_file", sql`${usageFile}`, sql`received_at`, sql`true`)}`);
  const seen = await see(scope, rows);
  return rows.flatMap(({ kind, id }) => {
    const known = seen.get(keyOf({ kind, id }));
    return known ? [{ kind, id, seen: known }] : [];
  });
}
