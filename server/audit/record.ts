import { auditEntry, auditUnsealed } from "@/db/schema/audit";
import type { Scope } from "@/server/access/scope";
import { newId } from "@/server/core/ids";

type Change = {
  /** `stage.object.action` */
  readonly code: string;
  /** One sentence for the person who reads the record. Carries no price. */
  readonly summary: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Writes down a change in the transaction that makes it: who made it, and what was before and after. */
export async function record(scope: Scope, { code, summary, object, before, after }: Change): Promise<void> {
  const { actor, now, correlation } = scope;
  const id = newId("audit", now);
  await scope.db.insert(auditUnsealed).values({ operatorId: actor.operator, entryId: id });
  await scope.db.insert(auditEntry).values({
    operatorId: actor.operator,
    id,
    code,
    summary,
    actorId: actor.user,
    actorName: actor.name,
    actorPartyId: actor.party,
    role: actor.role,
    objectKind: object.kind,
    objectId: object.id,
    before: before === undefined ? null : plain(before),
    after: after === undefined ? null : plain(after),
    correlation,
    happenedAt: now,
  });
}

/** JSON has no whole numbers beyond 2^53; amounts are kept as text. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each) => (typeof each === "bigint" ? each.toString() : each)),
  );
}
