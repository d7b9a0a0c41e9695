import { eq } from "drizzle-orm";
import { party } from "@/db/schema/party";
import type { Actor, Role } from "@/server/access/actor";
import { addMembership, addUser } from "@/server/access/membership";
import { type Database, inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import { invariant } from "@/server/core/invariant";
import type { Founded, PartyName } from "./parties";

/** Who works where, and as what. The key is how tests and stories call them. */
const roster = {
  admin: ["Mara Lindqvist", "meridian", "operator_admin"],
  catalogue: ["Jonas Weber", "meridian", "operator_catalogue"],
  partners: ["Priya Nair", "meridian", "operator_partner"],
  operations: ["Tomás Ruiz", "meridian", "operator_operations"],
  finance: ["Helen Okafor", "meridian", "operator_finance"],
  controller: ["David Stern", "meridian", "operator_finance"],
  auditor: ["Ines Moreau", "meridian", "operator_auditor"],
  alpineOwner: ["Lukas Gruber", "alpine", "partner_owner"],
  alpineFinance: ["Anna Steiner", "alpine", "partner_finance"],
  harborOwner: ["Freya Jensen", "harbor", "partner_owner"],
  harborSales: ["Tom Becker", "harbor", "partner_sales"],
  creekOwner: ["Sam Rivera", "creek", "partner_owner"],
  creekSales: ["Casey Brooks", "creek", "partner_sales"],
  northgateOwner: ["Willem de Vries", "northgate", "partner_owner"],
  redwoodOwner: ["Dana Whitfield", "redwood", "partner_owner"],
  nimbusDesk: ["Aoife Byrne", "nimbus", "supplier_desk"],
  castellanDesk: ["Bram Visser", "castellan", "supplier_desk"],
  fieldlineDesk: ["Kemal Aydin", "fieldline", "supplier_desk"],
} as const satisfies Record<string, readonly [name: string, at: PartyName, role: Role]>;

export type PersonName = keyof typeof roster;
export type DealPeople = Readonly<Record<PersonName, Actor>>;

/** Gives each of the cast a user who can sign in, and says whom they act as. */
export async function inviteCast(
  database: Database,
  { operatorId, parties }: Founded,
  now: Date,
): Promise<DealPeople> {
  const asking = { actor: systemActor(operatorId), now, correlation: "demo:people" };
  const rows = await inScope(database, asking, ({ db }) =>
    db.select().from(party).where(eq(party.operatorId, operatorId)),
  );
  const people: Partial<Record<PersonName, Actor>> = {};
  for (const [key, [name, at, role]] of Object.entries(roster)) {
    const place = rows.find(({ id }) => id === parties[at]);
    invariant(place !== undefined, `${at} is in the network`);
    const user = await addUser(database, { email: `${emailOf(name)}@${at}.example`, name, demo: true }, now);
    const tree = {
      operatorId,
      partyId: place.id,
      path: place.path,
      partyName: place.name,
      partyKind: place.kind,
    };
    await addMembership(database, { ...tree, userId: user, role }, now);
    people[key as PersonName] = { user, name, operator: operatorId, party: place.id, path: place.path, role };
  }
  return people as DealPeople;
}

function emailOf(name: string): string {
  const [first = name] = name.split(" ");
  return first.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
