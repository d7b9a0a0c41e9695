import { eq } from "drizzle-orm";
import { party } from "@/db/schema/party";
import { readOperators } from "@/server/access/membership";
import { type Database, inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import { type Verdict, verifyChain } from "./verify";

/** Verifies the record of every operator of the installation, and says in a sentence each what came of it. */
export async function verifyAll(database: Database, now: Date) {
  const told: { readonly holds: boolean; readonly sentence: string }[] = [];
  for (const operator of await readOperators(database)) {
    const asking = { actor: systemActor(operator), now, correlation: `verify.${operator}` };
    const { name, verdict } = await inScope(database, asking, async (scope) => {
      const [root] = await scope.db
        .select({ name: party.name })
        .from(party)
        .where(eq(party.id, scope.actor.party));
      return { name: root?.name ?? operator, verdict: await verifyChain(scope) };
    });
    told.push({ holds: holds(verdict), sentence: `${name}: ${wordsOf(verdict, now)}` });
  }
  return told;
}

function holds({ broken, rootLost }: Verdict): boolean {
  return broken === null && rootLost === null;
}

function wordsOf({ sealed, broken, rootLost, tip, unsealed, unsealedSince }: Verdict, now: Date): string {
  const tail =
    unsealedSince === null
      ? "None waits for its seal."
      : `${unsealed} without a seal, the oldest for ${seconds(unsealedSince, now)} s.`;
  if (broken !== null) {
    const { sequence, entryId, why } = broken;
    return `BROKEN at number ${sequence}, entry ${entryId}: ${why}. The ${sealed} before it hold. ${tail}`;
  }
  if (rootLost !== null) {
    return `CUT OFF: where it stood on ${rootLost} is no longer in it. ${sealed} entries are left. ${tail}`;
  }
  return `${sealed} entries are sealed and hold; the last hash is ${tip.hash || "none"}. ${tail}`;
}

function seconds(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
}
