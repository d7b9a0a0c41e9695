import { sql } from "drizzle-orm";
import { usageParked } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { refreshStatus } from "./finish";
import { groupWords, ofGroup } from "./group";
import type { WriteOff } from "./input";
import { lockBatches } from "./lock";
import { readSource } from "./read/source";

/**
 * Gives up on the rows of a group: they will never be charged. They stay readable, with who said so and why.
 */
export async function writeOffParked(scope: Scope, asked: WriteOff): Promise<{ readonly rows: number }> {
  const { actor, now, db } = scope;
  const { because, ...group } = asked;
  const source = await readSource(scope, group.sourceId);
  await lockBatches(scope);
  const { rows } = await db.execute<{ file_id: Id<"usageFile"> }>(sql`
    update ${usageParked} parked
    set status = 'written_off', settled_at = ${now.toISOString()}::timestamptz,
      settled_by_name = ${actor.name}, settled_because = ${because}
    where parked.operator_id = ${actor.operator} and ${ofGroup(group)}
    returning file_id`);
  if (rows.length === 0) throw new Refusal("CONFLICT", "None of these rows waits any more.");
  await refreshStatus(scope, [...new Set(rows.map(({ file_id }) => file_id))]);
  const count = rows.length.toLocaleString("en");
  await record(scope, {
    code: "usage.parked.written_off",
    summary: `${count} parked rows of ${source.name} (${groupWords(group)}) written off`,
    object: { kind: "usageSource", id: group.sourceId },
    before: { status: "parked" },
    after: { status: "written_off", rows: rows.length, because, ...group },
  });
  return { rows: rows.length };
}
