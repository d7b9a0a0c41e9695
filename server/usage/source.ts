import { and, eq } from "drizzle-orm";
import { usageSource } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { readParty } from "@/server/party/read";
import type { NewSource } from "./input";

/** Opens a feed of usage for a supplier. A second one of the same name is the first. */
export async function addSource(scope: Scope, added: NewSource): Promise<Id<"usageSource">> {
  const { actor, now, db } = scope;
  const supplier = await readParty(scope, added.supplierId);
  if (supplier.kind !== "supplier") {
    throw new Refusal("INVALID", `${supplier.name} is not a supplier, so it sends no usage.`);
  }
  const [there] = await db
    .select({ id: usageSource.id })
    .from(usageSource)
    .where(
      and(
        eq(usageSource.operatorId, actor.operator),
        eq(usageSource.supplierId, added.supplierId),
        eq(usageSource.name, added.name),
      ),
    );
  if (there) return there.id;
  const id = newId("usageSource", now);
  await db.insert(usageSource).values({ operatorId: actor.operator, id, ...added, createdAt: now });
  await record(scope, {
    code: "usage.source.added",
    summary: `Usage of ${supplier.name} is taken in as “${added.name}”`,
    object: { kind: "usageSource", id },
    after: added,
  });
  return id;
}
