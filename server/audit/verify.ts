import { and, asc, eq, gt, isNull, min, sql } from "drizzle-orm";
import { auditEntry, auditRoot, auditSeal } from "@/db/schema/audit";
import type { Scope } from "@/server/access/scope";
import { faultOf, noTip, type Tip } from "./rules/chain";

const sealsAtOnce = 5_000;

export type Verdict = {
  /** How many links hold, from the first. */
  readonly sealed: bigint;
  /** The first link that does not hold. */
  readonly broken: { readonly sequence: bigint; readonly entryId: string; readonly why: string } | null;
  /** The first day whose root is not in the chain. */
  readonly rootLost: string | null;
  readonly unsealed: number;
  /** When the oldest entry without a seal was written. */
  readonly unsealedSince: Date | null;
  /** The newest link: compare it with one that was kept elsewhere, to know that no end was cut off. */
  readonly tip: Tip;
};

/** Recomputes an operator's whole chain from what its entries say now. Reads only, and little at a time. */
export async function verifyChain(scope: Scope): Promise<Verdict> {
  const { actor, db } = scope;
  const roots = await db.select().from(auditRoot).where(eq(auditRoot.operatorId, actor.operator));
  const rootAt = new Map(roots.map((root) => [root.sequence, root]));
  let tip: Tip = noTip;
  let broken: Verdict["broken"] = null;
  for (
    let page = await readSeals(scope, tip);
    page.length > 0 && !broken;
    page = await readSeals(scope, tip)
  ) {
    for (const sealed of page) {
      const why = faultOf(tip, sealed);
      if (why !== null) {
        broken = { sequence: sealed.seal.sequence, entryId: sealed.seal.entryId, why };
        break;
      }
      tip = sealed.seal;
      if (rootAt.get(tip.sequence)?.hash === tip.hash) rootAt.delete(tip.sequence);
    }
  }
  const lost = broken ? [] : [...rootAt.values()].map(({ day }) => day).sort();
  return { sealed: tip.sequence, broken, rootLost: lost[0] ?? null, tip, ...(await readTail(scope)) };
}

async function readSeals({ actor, db }: Scope, after: Tip) {
  return db
    .select({ seal: auditSeal, entry: auditEntry })
    .from(auditSeal)
    .leftJoin(
      auditEntry,
      and(eq(auditEntry.operatorId, auditSeal.operatorId), eq(auditEntry.id, auditSeal.entryId)),
    )
    .where(and(eq(auditSeal.operatorId, actor.operator), gt(auditSeal.sequence, after.sequence)))
    .orderBy(asc(auditSeal.sequence))
    .limit(sealsAtOnce);
}

/** Entries that no seal names, found by the entries themselves: a waiting list can be tampered with. */
async function readTail({ actor, db }: Scope) {
  const [tail] = await db
    .select({ unsealed: sql<number>`count(*)::int`, unsealedSince: min(auditEntry.happenedAt) })
    .from(auditEntry)
    .leftJoin(
      auditSeal,
      and(eq(auditSeal.operatorId, auditEntry.operatorId), eq(auditSeal.entryId, auditEntry.id)),
    )
    .where(and(eq(auditEntry.operatorId, actor.operator), isNull(auditSeal.entryId)));
  return { unsealed: tail?.unsealed ?? 0, unsealedSince: tail?.unsealedSince ?? null };
}
