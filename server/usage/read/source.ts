import { and, asc, eq, sql } from "drizzle-orm";
import { party } from "@/db/schema/party";
import { usageFile, usageSource } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";

export async function readSource({ actor, db }: Scope, id: Id<"usageSource">) {
  const [found] = await db
    .select()
    .from(usageSource)
    .where(and(eq(usageSource.operatorId, actor.operator), eq(usageSource.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such source of usage.");
  return found;
}

/** Every feed that the caller may see, with when it last brought something. */
export async function listSources({ actor, db }: Scope) {
  return db
    .select({
      id: usageSource.id,
      name: usageSource.name,
      format: usageSource.format,
      supplierId: usageSource.supplierId,
      supplier: party.name,
      files: sql<number>`(select count(*)::int from ${usageFile} f
        where f.operator_id = ${usageSource.operatorId} and f.source_id = ${usageSource.id})`,
    })
    .from(usageSource)
    .innerJoin(party, and(eq(party.operatorId, usageSource.operatorId), eq(party.id, usageSource.supplierId)))
    .where(eq(usageSource.operatorId, actor.operator))
    .orderBy(asc(party.name), asc(usageSource.name));
}
