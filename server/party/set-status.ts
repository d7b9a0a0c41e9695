import { and, eq } from "drizzle-orm";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { Refusal } from "@/server/core/refusal";
import type { StatusChange } from "./input";
import { holdParty } from "./read";
import { moveParty } from "./rules/status";

/**
 * Suspends a party, lets it trade again, or closes it. A route through a suspended partner is not open for
 * new deals.
 */
export async function setPartyStatus(
  scope: Scope,
  { id, status: wanted, reason }: StatusChange,
): Promise<void> {
  const held = await holdParty(scope, id);
  if (held.kind === "operator")
    throw new Refusal("INVALID", "The operator itself cannot be suspended or closed.");
  if (held.status === wanted) return;
  const status = moveParty(held.status, wanted);
  await scope.db
    .update(party)
    .set({ status })
    .where(and(eq(party.operatorId, scope.actor.operator), eq(party.id, id)));
  await record(scope, {
    code: `party.party.${status}`,
    summary: `${held.name} is ${status}`,
    object: { kind: "party", id },
    before: { status: held.status },
    after: { status, reason },
  });
}
