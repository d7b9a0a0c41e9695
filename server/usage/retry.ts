import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { groupWords, ofGroup } from "./group";
import type { ParkedGroup } from "./input";
import { told } from "./map-account";
import { readSource } from "./read/source";
import { type Replayed, replayParked } from "./replay";

/**
 * Tries the rows of a group again, for when the cause was mended elsewhere: an item was added, a term
 * corrected.
 */
export async function retryParked(scope: Scope, group: ParkedGroup): Promise<Replayed> {
  const source = await readSource(scope, group.sourceId);
  const replayed = await replayParked(scope, group.sourceId, ofGroup(group));
  await record(scope, {
    code: "usage.parked.tried",
    summary: `Parked rows of ${source.name} (${groupWords(group)}) were tried again: ${told(replayed)}`,
    object: { kind: "usageSource", id: group.sourceId },
    after: replayed,
  });
  return replayed;
}
