import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { addCustomer } from "@/server/party/customer";
import type { NewCustomer } from "./input";

/** A partner names whom it will quote for; the operator's people may name it for a partner. */
export async function winCustomer(
  scope: Scope,
  customer: NewCustomer,
): Promise<{ readonly customerId: PartyId }> {
  return { customerId: await addCustomer(scope, customer) };
}
