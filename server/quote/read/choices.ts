import { and, asc, eq } from "drizzle-orm";
import { offerVersion } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { readVersion as readOfferVersion } from "@/server/offer/read";

/** What a partner can compose a quote of: its own customers, the offers on sale, the outside marketplaces. */
export async function readChoices(scope: Scope) {
  const { db, actor } = scope;
  const named = { id: party.id, name: party.name, kind: party.kind, currency: party.currency };
  const ours = eq(party.operatorId, actor.operator);
  const customers = await db
    .select(named)
    .from(party)
    .where(and(ours, eq(party.parentId, actor.party), eq(party.kind, "customer"), eq(party.status, "active")))
    .orderBy(asc(party.name));
  const marketplaces = await db
    .select(named)
    .from(party)
    .where(and(ours, eq(party.kind, "marketplace")))
    .orderBy(asc(party.name));
  const [operator] = await db
    .select(named)
    .from(party)
    .where(and(ours, eq(party.kind, "operator")));
  const [own] = await db
    .select({ ...named, country: party.country, timeZone: party.timeZone })
    .from(party)
    .where(and(ours, eq(party.id, actor.party)));
  return {
    customers,
    marketplaces,
    offers: await readOffers(scope),
    operator: operator ?? null,
    own: own ?? null,
  };
}

export type QuoteChoices = Awaited<ReturnType<typeof readChoices>>;

async function readOffers(scope: Scope) {
  const { db, actor } = scope;
  const onSale = await db
    .select({ id: offerVersion.id })
    .from(offerVersion)
    .where(and(eq(offerVersion.operatorId, actor.operator), eq(offerVersion.status, "published")));
  const offers = [];
  for (const { id } of onSale) {
    const { offerId, name, summary, termMonths, components } = await readOfferVersion(scope, id);
    offers.push({
      ...{ offerId, name, summary, termMonths },
      components: components.map((each) => ({
        ...{ componentId: each.componentId, name: each.name, unit: each.unit, charge: each.charge },
        ...{
          quantityMin: each.quantityMin,
          quantityMax: each.quantityMax,
          quantityDefault: each.quantityDefault,
        },
      })),
    });
  }
  return offers.sort((left, right) => (left.name < right.name ? -1 : 1));
}
