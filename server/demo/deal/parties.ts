import type { Database } from "@/server/access/scope";
import { inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import type { Id, OperatorId, PartyId } from "@/server/core/ids";
import { EUR, USD } from "@/server/core/money/currency";
import { addParty } from "@/server/party/add";
import { setBankAccount } from "@/server/party/bank";
import { foundOperator } from "@/server/party/found";
import type { NewParty, Terms } from "@/server/party/input";
import { joinEdge } from "@/server/party/join";
import type { EdgeModel } from "@/server/party/rules/vocabulary";
import { signAgreement } from "@/server/party/sign";
import { accounts, address } from "./addresses";

const central = { country: "DE", timeZone: "Europe/Berlin", currency: EUR } as const;
const dutch = { country: "NL", timeZone: "Europe/Amsterdam", currency: EUR } as const;
const american = { country: "US", timeZone: "America/New_York", currency: USD } as const;

type Role = {
  readonly above: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: NewParty["kind"];
};
type Member = Role & Pick<NewParty, "country" | "timeZone" | "currency">;

/** Everybody in Meridian's network, those above first. */
const members = {
  nimbus: member("meridian", "nimbus", "Nimbus Cloud", "supplier", {
    ...central,
    country: "IE",
    timeZone: "Europe/Dublin",
  }),
  castellan: member("meridian", "castellan", "Castellan Security", "supplier", dutch),
  fieldline: member("meridian", "fieldline", "Fieldline Crew", "supplier", central),
  cloudbay: member("meridian", "cloudbay", "CloudBay", "marketplace", dutch),
  alpine: member("meridian", "alpine", "Alpine Distribution", "distributor", {
    ...central,
    country: "AT",
    timeZone: "Europe/Vienna",
  }),
  harbor: member("alpine", "blue-harbor", "Blue Harbor IT", "reseller", central),
  creek: member("harbor", "little-creek", "Little Creek Systems", "sub_reseller", central),
  northgate: member("meridian", "northgate", "Northgate Distribution", "distributor", dutch),
  redwood: member("northgate", "redwood", "Redwood Networks", "reseller", american),
  orchard: member("creek", "orchard-foods", "Orchard Foods", "customer", central),
  tidewater: member("harbor", "tidewater", "Tidewater Logistics", "customer", dutch),
  summit: member("redwood", "summit-outdoor", "Summit Outdoor", "customer", american),
} as const satisfies Record<string, Member>;

export type MemberName = keyof typeof members;
export type PartyName = MemberName | "meridian";
export type DealParties = Readonly<Record<PartyName, PartyId>>;

const usual: Terms = {
  commissionRate: 0n,
  discountBand: 0n,
  shareDue: "payment",
  currency: EUR,
  minimumPayout: 0n,
  holdingDays: 0,
  withholdingRate: 0n,
};

type Agreed = { readonly name: string; readonly model: EdgeModel | null; readonly terms: Terms };

/** What each of them agreed with the one above. Only partners who sell have a place in a chain. */
const agreed: Partial<Record<MemberName, Agreed>> = {
  nimbus: { name: "Supply of cloud", model: null, terms: usual },
  castellan: { name: "Supply of security", model: null, terms: usual },
  fieldline: { name: "Supply of field service", model: null, terms: usual },
  cloudbay: { name: "Marketplace listing", model: null, terms: usual },
  alpine: { name: "Distribution", model: "buy_sell", terms: { ...usual, discountBand: 50_000n } },
  harbor: { name: "Resale", model: "buy_sell", terms: { ...usual, discountBand: 100_000n } },
  creek: {
    name: "Referral",
    model: "commission",
    terms: {
      ...usual,
      ...{
        commissionRate: 100_000n,
        discountBand: 50_000n,
        minimumPayout: 50_00n,
        withholdingRate: 100_000n,
      },
    },
  },
  northgate: {
    name: "Distribution on commission",
    model: "commission",
    terms: { ...usual, commissionRate: 60_000n, minimumPayout: 100_00n, holdingDays: 14 },
  },
  redwood: {
    name: "Resale in dollars",
    model: "buy_sell",
    terms: { ...usual, currency: USD, discountBand: 80_000n },
  },
};

export type Founded = {
  readonly operatorId: OperatorId;
  readonly parties: DealParties;
  readonly agreements: Readonly<Partial<Record<MemberName, Id<"agreement">>>>;
};

/** Meridian's network: who is in it, how they trade and where they are paid. */
export async function foundNetwork(database: Database, now: Date): Promise<Founded> {
  const meridian = { name: "Meridian Telecom", ...central, profile: address("meridian", "Meridian Telecom") };
  const operatorId = await foundOperator(database, { ...meridian, now });
  const asking = { actor: systemActor(operatorId), now, correlation: "demo:network" };
  return inScope(database, asking, async (scope) => {
    const parties: Partial<Record<PartyName, PartyId>> = { meridian: operatorId as string as PartyId };
    const agreements: Partial<Record<MemberName, Id<"agreement">>> = {};
    for (const [key, { above, ...place }] of Object.entries(members)) {
      const name = key as MemberName;
      const parentId = parties[above as PartyName] as PartyId;
      const childId = await addParty(scope, { ...place, parentId, profile: address(name, place.name) });
      parties[name] = childId;
      const terms = agreed[name];
      if (terms) {
        const signed = await signAgreement(scope, {
          parentId,
          childId,
          name: terms.name,
          terms: terms.terms,
        });
        agreements[name] = signed.agreementId;
        const { agreementId } = signed;
        if (terms.model)
          await joinEdge(scope, { parentId, childId, family: "*", model: terms.model, agreementId });
      }
      const account = accounts[name];
      if (account)
        await setBankAccount(scope, {
          partyId: childId,
          holder: place.name,
          currency: place.currency,
          ...account,
        });
    }
    return { operatorId, parties: parties as DealParties, agreements };
  });
}

function member(
  above: PartyNameAbove,
  slug: string,
  name: string,
  kind: NewParty["kind"],
  home: Pick<NewParty, "country" | "timeZone" | "currency">,
): Member {
  return { above, slug, name, kind, ...home };
}

type PartyNameAbove = "meridian" | "alpine" | "harbor" | "creek" | "northgate" | "redwood";
