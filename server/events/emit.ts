import { outbox } from "@/db/schema/engine";
import type { Scope } from "@/server/access/scope";
import { newId } from "@/server/core/ids";
import { catalogue, type EventFacts, type EventName } from "./catalogue";

/**
 * Says what happened, in the transaction in which it happened: both are kept, or neither is.
 * The relay hands it to the functions that wait for it, at least once, after the transaction ends.
 */
export async function emit<Name extends EventName>(
  { actor, now, db, correlation }: Scope,
  name: Name,
  facts: EventFacts<Name>,
): Promise<void> {
  const data = catalogue[name].parse({ ...facts, operatorId: actor.operator });
  await db.insert(outbox).values({
    id: newId("event", now),
    name,
    operatorId: actor.operator,
    data,
    occurredAt: now,
    correlation,
    actor: { user: actor.user, name: actor.name, party: actor.party, role: actor.role },
  });
}
