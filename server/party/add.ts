import { party, partyProfile, partyRole } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { canonicalJson } from "@/server/core/digest";
import { newId, type PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import type { NewParty } from "./input";
import { findPartyAt, type PartyRow, readParty, readProfile } from "./read";
import { pathBelow, slugOf } from "./rules/tree";
import { type PartyRole, sellingRoles } from "./rules/vocabulary";

/**
 * Adds a party below another. Its place in the tree is taken once: the same party again is the one that is
 * there.
 */
export async function addParty(scope: Scope, added: NewParty): Promise<PartyId> {
  const { actor, now, db } = scope;
  const { parentId, slug, profile, ...place } = added;
  const parent = await readParty(scope, parentId);
  if (!mayStandBelow(place.kind, parent.kind)) {
    throw new Refusal("INVALID", `A ${words(place.kind)} cannot stand below a ${words(parent.kind)}.`);
  }
  const path = pathBelow(parent.path, slug ?? slugOf(place.name));
  const there = await findPartyAt(scope, path);
  if (there) return sameOrRefuse(scope, there, { ...place, profile });

  const id = newId("party", now);
  const operatorId = actor.operator;
  const disclosed = place.kind === "supplier" || place.kind === "marketplace";
  const row = {
    operatorId,
    id,
    parentId,
    path,
    ...place,
    status: "active" as const,
    disclosed,
    createdAt: now,
  };
  const [kept] = await db.insert(party).values(row).onConflictDoNothing().returning({ id: party.id });
  if (!kept) return sameOrRefuse(scope, await findPartyAt(scope, path), { ...place, profile });
  const role = { operatorId, partyId: id, role: place.kind, validFrom: now, ownerPath: path };
  await db.insert(partyRole).values(role);
  await db.insert(partyProfile).values({ operatorId, partyId: id, ...profile, ownerPath: path });
  await record(scope, {
    code: "party.party.added",
    summary: `${place.name} joined below ${parent.name} as ${words(place.kind)}`,
    object: { kind: "party", id },
    after: { path, ...place, profile },
  });
  await emit(scope, "party.joined", { partyId: id });
  return id;
}

type Described = Omit<NewParty, "parentId" | "slug">;

async function sameOrRefuse(scope: Scope, there: PartyRow | undefined, asked: Described): Promise<PartyId> {
  if (!there) throw new Refusal("CONFLICT", "Somebody took that place just now. Please try again.");
  const { name, kind, country, timeZone, currency } = there;
  const { legalName, taxId, street, postcode, city, email } = await readProfile(scope, there.id);
  const profile = { legalName, taxId, street, postcode, city, email };
  if (canonicalJson({ name, kind, country, timeZone, currency, profile }) !== canonicalJson(asked)) {
    throw new Refusal(
      "CONFLICT",
      `There is already “${name}” in that place. Give this one a name that tells them apart.`,
    );
  }
  return there.id;
}

/**
 * Sellers stand below the operator or each other; customers below whoever sells; the rest below the operator.
 */
function mayStandBelow(kind: PartyRole, parent: PartyRole): boolean {
  const sells = (role: PartyRole) => sellingRoles.some((selling) => selling === role);
  if (parent === "operator") return true;
  return sells(parent) && (sells(kind) || kind === "customer");
}

function words(kind: PartyRole): string {
  return kind.replace("_", "-");
}
