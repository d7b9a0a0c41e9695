import { and, eq } from "drizzle-orm";
import { edge } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { effectiveFrom } from "./effective";
import type { EdgeEnd, NewEdge } from "./input";
import { holdParty, readAgreement, readEdgesTo, readParty } from "./read";
import { isValidAt, validitiesOverlap } from "./rules/validity";
import { sellingRoles } from "./rules/vocabulary";

/**
 * Joins a partner to the one it sells through, for a product family. A partner has one parent per family at a
 * time.
 */
export async function joinEdge(
  scope: Scope,
  { parentId, childId, family, model, agreementId, ...when }: NewEdge,
): Promise<Id<"edge">> {
  const validFrom = await effectiveFrom(scope, when.validFrom);
  const { actor, now, db } = scope;
  const parent = await readParty(scope, parentId);
  const child = await holdParty(scope, childId);
  if (!sellingRoles.some((role) => role === child.kind)) {
    throw new Refusal("INVALID", `${child.name} does not sell on, so it has no place in a chain.`);
  }
  const agreed = await readAgreement(scope, agreementId);
  if (agreed.parentId !== parentId || agreed.childId !== childId) {
    throw new Refusal("INVALID", `That agreement is not between ${parent.name} and ${child.name}.`);
  }
  await refuseCircle(scope, { parentId, childId });
  const before = (await readEdgesTo(scope, [childId])).filter((each) => each.family === family);
  const asked = { parentId, model, agreementId, validFrom, validTo: null };
  const same = before.find(
    (each) => each.parentId === parentId && each.model === model && each.agreementId === agreementId,
  );
  if (same && isValidAt(same, validFrom)) return same.id;
  if (before.some((each) => validitiesOverlap(each, asked))) {
    throw new Refusal(
      "CONFLICT",
      `${child.name} already has a parent for ${familyText(family)} at that time: end that edge first.`,
    );
  }
  const id = newId("edge", now);
  await db.insert(edge).values({ operatorId: actor.operator, id, childId, family, ...asked });
  await record(scope, {
    code: "party.edge.joined",
    summary: `${child.name} sells ${familyText(family)} through ${parent.name} (${model.replace("_", "-")})`,
    object: { kind: "party", id: childId },
    after: { edgeId: id, parentId, family, model, agreementId, validFrom },
  });
  await emit(scope, "party.moved", { partyId: childId });
  return id;
}

/** Ends an edge. Deals keep the chain they were quoted with. */
export async function endEdge(scope: Scope, { edgeId, ...when }: EdgeEnd): Promise<void> {
  const validTo = await effectiveFrom(scope, when.validTo);
  const mine = and(eq(edge.operatorId, scope.actor.operator), eq(edge.id, edgeId));
  const [held] = await scope.db.select().from(edge).where(mine).for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such edge.");
  if (held.validTo !== null && held.validTo <= validTo) return;
  if (validTo < scope.now) throw new Refusal("INVALID", "An edge ends now or later, never in the past.");
  if (validTo <= held.validFrom) throw new Refusal("INVALID", "An edge cannot end before it begins.");
  await scope.db.update(edge).set({ validTo }).where(mine);
  const child = await readParty(scope, held.childId);
  await record(scope, {
    code: "party.edge.ended",
    summary: `${child.name} stops selling ${familyText(held.family)} through this parent`,
    object: { kind: "party", id: held.childId },
    before: { edgeId, validTo: held.validTo },
    after: { edgeId, validTo },
  });
  await emit(scope, "party.moved", { partyId: held.childId });
}

/** Nobody may stand above itself, whatever the family. */
async function refuseCircle(scope: Scope, { parentId, childId }: { parentId: PartyId; childId: PartyId }) {
  const seen = new Set<PartyId>();
  let level: readonly PartyId[] = [parentId];
  while (level.length > 0) {
    if (level.includes(childId)) throw new Refusal("INVALID", "A party cannot stand above itself.");
    for (const id of level) seen.add(id);
    const above = await readEdgesTo(scope, level);
    level = [...new Set(above.map((each) => each.parentId))].filter((id) => !seen.has(id));
  }
}

function familyText(family: string): string {
  return family === "*" ? "every family" : `“${family}”`;
}
