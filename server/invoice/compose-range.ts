import { and, eq, sql } from "drizzle-orm";
import { party, partyProfile } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { noBatch } from "@/server/usage/aggregate";
import { type Rated, type RatedRange, rateRange } from "@/server/usage/rate";
import { type Composed, composeInvoice } from "./rules/compose";
import type { Addressee } from "./rules/vocabulary";

/** A rated item with what its invoice line will say. */
export type RatedCharge = ReturnType<typeof chargeOf>;

export type RatedInvoice = Composed<RatedCharge> & {
  readonly seller: Addressee;
  readonly customer: Addressee;
};

/** What a range of subscriptions owes and the invoices that say so. Reads and decides; writes nothing. */
export async function composeRange(
  scope: Scope,
  range: RatedRange,
): Promise<{ readonly rated: readonly Rated[]; readonly invoices: readonly RatedInvoice[] }> {
  const rated = await rateRange(scope, range);
  const charges = rated.map(chargeOf);
  const parties = await readAddressees(scope, charges);
  const known = (id: PartyId) => {
    const found = parties.get(id);
    invariant(found !== undefined, "whoever is on an invoice has an address");
    return found;
  };
  const bySubscription = new Map<string, RatedCharge[]>();
  for (const charge of charges) {
    const mine = bySubscription.get(charge.subscriptionId);
    if (mine) mine.push(charge);
    else bySubscription.set(charge.subscriptionId, [charge]);
  }
  const invoices = [...bySubscription.values()].flatMap((items) => {
    const composed = composeInvoice(items, known, scope.now);
    if (!composed) return [];
    return [{ ...composed, seller: known(composed.sellerId), customer: known(composed.customerId) }];
  });
  return { rated, invoices };
}

function chargeOf({ item, legs, of }: Rated) {
  return {
    ratedItemId: item.id,
    subscriptionId: of.subscriptionId,
    partnerId: of.partnerId,
    timeZone: of.timeZone,
    taxClass: of.taxClass,
    from: item.from,
    to: item.to,
    rows: item.rows,
    legs,
    name: of.name,
    unit: of.unit,
    charge: of.charge,
    quantity: item.quantity,
    isLate: of.charge === "usage" && item.batchAfter !== noBatch,
  };
}

async function readAddressees({ actor, db }: Scope, charges: readonly RatedCharge[]) {
  const sales = charges.flatMap(({ legs }) => legs.filter(({ kind }) => kind === "sale"));
  const ids = [...new Set(sales.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]))];
  const rows = await db
    .select({
      id: party.id,
      legalName: partyProfile.legalName,
      taxId: partyProfile.taxId,
      street: partyProfile.street,
      postcode: partyProfile.postcode,
      city: partyProfile.city,
      country: party.country,
    })
    .from(party)
    .innerJoin(
      partyProfile,
      and(eq(partyProfile.operatorId, party.operatorId), eq(partyProfile.partyId, party.id)),
    )
    .where(and(eq(party.operatorId, actor.operator), sql`${party.id} = any(${sql.param(ids)}::text[])`));
  return new Map<PartyId, Addressee>(rows.map(({ id, ...address }) => [id, address]));
}
