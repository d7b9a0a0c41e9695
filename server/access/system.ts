import type { OperatorId, PartyId } from "@/server/core/ids";
import type { Actor } from "./actor";

/**
 * A job at work for one operator. An operator is named by the id of the party at the root of its
 * tree, so the two ids are one string, and the job stands where the operator's own people stand.
 */
export function systemActor(operator: OperatorId): Actor {
  return {
    user: null,
    name: "Tributary",
    operator,
    party: operator as string as PartyId,
    path: "/",
    role: "system",
  };
}
