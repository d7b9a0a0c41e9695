import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { addParty } from "./add";
import type { NewCustomer } from "./input";

/** Adds a customer of the asking partner; the operator's people may name whose it is. */
export async function addCustomer(
  scope: Scope,
  { partnerId = scope.actor.party, ...customer }: NewCustomer,
): Promise<PartyId> {
  if (partnerId !== scope.actor.party && !isOperator(scope.actor)) {
    throw new Refusal("NOT_ALLOWED", "A partner adds customers of its own alone.");
  }
  return addParty(scope, { ...customer, parentId: partnerId, kind: "customer" });
}
