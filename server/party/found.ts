import { party, partyProfile, partyRole } from "@/db/schema/party";
import { type Database, inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import { record } from "@/server/audit/record";
import { newId, type OperatorId, type PartyId } from "@/server/core/ids";
import { emit } from "@/server/events/emit";
import type { NewOperator } from "./input";

/** Begins a network: the operator is the root of its tree, and its party id is its operator id. */
export async function foundOperator(
  database: Database,
  { now, ...founded }: NewOperator & { readonly now: Date },
): Promise<OperatorId> {
  const operatorId = newId("operator", now);
  const actor = systemActor(operatorId);
  await inScope(database, { actor, now, correlation: `found:${operatorId}` }, async (scope) => {
    const { profile, ...place } = founded;
    const id = operatorId as string as PartyId;
    const row = { operatorId, id, parentId: null, path: "/", kind: "operator", status: "active" } as const;
    await scope.db.insert(party).values({ ...row, ...place, disclosed: true, createdAt: now });
    await scope.db
      .insert(partyRole)
      .values({ operatorId, partyId: id, role: "operator", validFrom: now, ownerPath: "/" });
    await scope.db.insert(partyProfile).values({ operatorId, partyId: id, ...profile, ownerPath: "/" });
    const object = { kind: "party", id };
    await record(scope, {
      code: "party.operator.founded",
      summary: `${place.name} began its network`,
      object,
    });
    await emit(scope, "party.joined", { partyId: id });
  });
  return operatorId;
}
