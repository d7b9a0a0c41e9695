import type { Actor, Role } from "@/server/access/actor";
import { type Database, inScope, type Scope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import type { OperatorId, PartyId, UserId } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { addParty } from "./add";
import { foundOperator } from "./found";
import type { Terms } from "./input";
import { joinEdge } from "./join";
import type { EdgeModel, PartyRole } from "./rules/vocabulary";
import { signAgreement } from "./sign";

export const profile = {
  legalName: "Example GmbH",
  taxId: null,
  street: "Hafenstraße 1",
  postcode: "20457",
  city: "Hamburg",
  email: "desk@example.org",
};

export const place = { country: "DE", timeZone: "Europe/Berlin", currency: EUR, profile };

export const terms: Terms = {
  commissionRate: 0n,
  discountBand: 50_000n,
  shareDue: "payment",
  currency: EUR,
  minimumPayout: 50_00n,
  holdingDays: 0,
  withholdingRate: 0n,
};

/** A small network that a test grows as it needs. */
export type Network = {
  readonly operatorId: OperatorId;
  readonly top: PartyId;
  as<Result>(actor: Actor, work: (scope: Scope) => Promise<Result>, at?: Date): Promise<Result>;
  /** As the operator's own job. */
  run<Result>(work: (scope: Scope) => Promise<Result>, at?: Date): Promise<Result>;
  add(parentId: PartyId, name: string, kind: PartyRole): Promise<PartyId>;
  join(parentId: PartyId, childId: PartyId, model: EdgeModel, commissionRate?: bigint): Promise<void>;
  member(id: PartyId, path: string, role: Role): Actor;
};

export async function openNetwork(database: Database, now: Date, name = "Meridian"): Promise<Network> {
  const operatorId = await foundOperator(database, { name, ...place, now });
  const as: Network["as"] = (actor, work, at = now) =>
    inScope(database, { actor, now: at, correlation: "test" }, work);
  const run: Network["run"] = (work, at) => as(systemActor(operatorId), work, at);
  return {
    ...{ operatorId, top: operatorId as string as PartyId, as, run },
    add: (parentId, called, kind) =>
      run((scope) =>
        addParty(scope, { parentId, name: called, kind: kind as Exclude<PartyRole, "operator">, ...place }),
      ),
    join: (parentId, childId, model, commissionRate = 0n) =>
      run(async (scope) => {
        const agreed = { parentId, childId, name: "Terms", terms: { ...terms, commissionRate } };
        const { agreementId } = await signAgreement(scope, agreed);
        await joinEdge(scope, { parentId, childId, family: "*", model, agreementId });
      }),
    member: (id, path, role) => ({
      user: `usr_${id}` as UserId,
      name: "Ada",
      operator: operatorId,
      party: id,
      path,
      role,
    }),
  };
}
