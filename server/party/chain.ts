import { and, eq, inArray, ne, or } from "drizzle-orm";
import { agreementVersion, edge, party } from "@/db/schema/party";
import { elevated, type Scope } from "@/server/access/scope";
import type { Id, OperatorId, PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import { Refusal } from "@/server/core/refusal";
import { readParty, validAt } from "./read";
import type { ChainSnapshot, EdgeModel, PartyRole, PartyStatus } from "./rules/vocabulary";

/** The terms of an edge, as its agreement's version at that time states them. */
export type EdgeTerms = {
  readonly versionId: Id<"agreementVersion">;
  readonly commissionRate: bigint;
  readonly discountBand: bigint;
};

export type ChainLink = {
  readonly edgeId: Id<"edge"> | null;
  readonly parentId: PartyId;
  readonly childId: PartyId;
  readonly model: EdgeModel;
  /** Null for the last step, which ends at the customer. */
  readonly terms: EdgeTerms | null;
};

export type ChainParty = {
  readonly id: PartyId;
  readonly name: string;
  readonly kind: PartyRole;
  readonly status: PartyStatus;
  readonly path: string;
  readonly country: string;
  readonly currency: Currency;
  readonly timeZone: string;
};

/**
 * A deal's way from the operator down to its customer at one instant. It carries the terms of every edge,
 * which no single partner may know: it is for deciding, and only `snapshot` is kept with a deal.
 */
export type Chain = {
  readonly operatorId: OperatorId;
  readonly partnerId: PartyId;
  readonly customerId: PartyId;
  readonly family: string;
  /** The customer's: every leg of a deal is priced in it. */
  readonly currency: Currency;
  readonly links: readonly ChainLink[];
  readonly parties: ReadonlyMap<PartyId, ChainParty>;
  readonly snapshot: ChainSnapshot;
};

export type ChainQuestion = {
  readonly partnerId: PartyId;
  readonly customerId: PartyId;
  readonly family: string;
  readonly at: Date;
};

/** The chain of a deal of a partner that the asker may act for, with one of that partner's customers. */
export async function readChain(scope: Scope, question: ChainQuestion): Promise<Chain> {
  const { partnerId, customerId, family, at } = question;
  const [partner, customer] = [await readParty(scope, partnerId), await readParty(scope, customerId)];
  if (customer.kind !== "customer" || customer.parentId !== partner.id) {
    throw new Refusal("NOT_FOUND", `${partner.name} has no such customer.`);
  }
  const links = await elevated(scope, (wide) => climb(wide, partnerId, family, at));
  const last = {
    parentId: partnerId,
    childId: customerId,
    model: "buy_sell",
    terms: null,
    edgeId: null,
  } as const;
  const whole: readonly ChainLink[] = [...links, last];
  const parties = await elevated(scope, (wide) => readParties(wide, whole));
  const idle = links.map(({ childId }) => parties.get(childId)).find((each) => each?.status !== "active");
  if (idle)
    throw new Refusal("CONFLICT", "This route is not open at the moment: a partner on it is suspended.");
  const operatorId = scope.actor.operator;
  const { currency } = customer;
  return {
    operatorId,
    partnerId,
    customerId,
    family,
    currency,
    links: whole,
    parties,
    snapshot: snapshotOf(whole),
  };
}

export function snapshotOf(links: readonly ChainLink[]): ChainSnapshot {
  const edges = links.map(({ edgeId, parentId, childId, model, terms }) => {
    return { edgeId, parentId, childId, model, agreementVersionId: terms?.versionId ?? null };
  });
  return { edges };
}

/**
 * The edges above a partner, the operator's first. An edge for the family itself goes before one for every
 * family.
 */
async function climb(
  scope: Scope,
  partnerId: PartyId,
  family: string,
  at: Date,
): Promise<readonly ChainLink[]> {
  const links: ChainLink[] = [];
  const top = scope.actor.operator as string;
  for (let child = partnerId; child !== top; ) {
    invariant(
      !links.some(({ parentId }) => parentId === child && parentId === partnerId),
      "a chain has no circle",
    );
    invariant(links.length < 32, "a chain is at most 32 tiers deep");
    const found = await edgeAbove(scope, child, family, at);
    if (!found) {
      throw new Refusal(
        "CONFLICT",
        `This route is not open: no agreement in force covers “${family}” all the way.`,
      );
    }
    links.unshift(found);
    child = found.parentId;
  }
  return links;
}

async function edgeAbove({ db, actor }: Scope, childId: PartyId, family: string, at: Date) {
  const rows = await db
    .select({
      edgeId: edge.id,
      parentId: edge.parentId,
      childId: edge.childId,
      family: edge.family,
      model: edge.model,
      versionId: agreementVersion.id,
      commissionRate: agreementVersion.commissionRate,
      discountBand: agreementVersion.discountBand,
    })
    .from(edge)
    .innerJoin(
      agreementVersion,
      and(
        eq(agreementVersion.operatorId, edge.operatorId),
        eq(agreementVersion.agreementId, edge.agreementId),
        ne(agreementVersion.status, "draft"),
        validAt(agreementVersion, at),
      ),
    )
    .where(
      and(
        eq(edge.operatorId, actor.operator),
        eq(edge.childId, childId),
        or(eq(edge.family, family), eq(edge.family, "*")),
        validAt(edge, at),
      ),
    );
  const best = rows.find((row) => row.family === family) ?? rows[0];
  if (!best) return null;
  const { edgeId, parentId, model, versionId, commissionRate, discountBand } = best;
  return { edgeId, parentId, childId, model, terms: { versionId, commissionRate, discountBand } };
}

async function readParties({ db, actor }: Scope, links: readonly ChainLink[]) {
  const ids = [...new Set(links.flatMap(({ parentId, childId }) => [parentId, childId]))];
  const rows = await db
    .select()
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), inArray(party.id, ids)));
  invariant(rows.length === ids.length, "every party of a chain exists");
  return new Map<PartyId, ChainParty>(rows.map((row) => [row.id, row]));
}
