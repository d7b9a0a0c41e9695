import { and, eq, inArray } from "drizzle-orm";
import { agreementVersion, party } from "@/db/schema/party";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { dayText } from "@/server/core/calendar";
import type { Id, PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { WHOLE } from "@/server/core/money/rate";
import type { ChainSnapshot } from "@/server/party/rules/vocabulary";
import { exceptionCauses } from "../rules/discount";
import { positionOf } from "../rules/position";
import { customerLeg, customerTotals, worthTo } from "../rules/view";
import { type LineSeen, readLines, type VersionRow } from "./version";

type Head = {
  readonly partner: { readonly id: PartyId; readonly timeZone: string };
  readonly customer: { readonly id: PartyId; readonly currency: Currency };
};

/**
 * What a version says to the asker: the lines with the legs it may see, what the customer pays if it may know
 * that, and what the deal is worth to it. The operator is told what it is worth to every tier.
 */
export async function readContents(scope: Scope, version: VersionRow, head: Head) {
  const lines = await readLines(scope, [version.id]);
  const { termMonths, validUntil } = version;
  const currency = lines[0]?.legs[0]?.amount.currency ?? head.customer.currency;
  const parties = await readChainParties(scope, version.chain);
  const own = scope.actor.party;
  const viewers = isOperator(scope.actor) ? parties.map(({ id }) => id) : [own];
  return {
    ...{ termMonths, currency, parties },
    /** The last day on which it can be accepted. */
    lastDay: dayText(new Date(validUntil.getTime() - 1), head.partner.timeZone),
    chain: version.chain.edges.map(({ parentId, childId, model }) => ({ parentId, childId, model })),
    lines: lines.map((line) => ({
      ...line,
      told: customerLeg(line.legs, head.customer.id),
      own: positionOf(own, line.legs, currency),
    })),
    discount: await readDiscount(scope, version, lines, head),
    totals: customerTotals(lines, { customerId: head.customer.id, currency, termMonths }),
    worth: viewers.map((partyId) => worthTo(partyId, lines, { currency, termMonths })),
  };
}

/** The discount and the band it is measured by; null for those who may not know what the customer pays. */
async function readDiscount(scope: Scope, { chain }: VersionRow, lines: readonly LineSeen[], head: Head) {
  const told = lines.map(({ legs }) => customerLeg(legs, head.customer.id)).find((leg) => leg !== null);
  if (!told) return null;
  const { discountRate: rate, discountBearerId: bearerId, sellerId } = told;
  const edge = chain.edges.find(({ childId }) => childId === head.partner.id);
  const band = await readBand(scope, (edge?.agreementVersionId ?? null) as Id<"agreementVersion"> | null);
  const operatorId = scope.actor.operator as string as PartyId;
  const given = bearerId === null ? null : { rate, bearerId };
  return { rate, bearerId, sellerId, band, causes: exceptionCauses(given, { band, sellerId, operatorId }) };
}

/** The partner and its parent know their agreement; an operator that sells itself needs none. */
async function readBand({ db, actor }: Scope, id: Id<"agreementVersion"> | null): Promise<bigint> {
  if (!id) return WHOLE;
  const [found] = await db
    .select({ band: agreementVersion.discountBand })
    .from(agreementVersion)
    .where(and(eq(agreementVersion.operatorId, actor.operator), eq(agreementVersion.id, id)));
  return found?.band ?? 0n;
}

/**
 * The partners of a chain from the operator down, without the customer, as far as the asker may know them.
 */
export async function readChainParties({ db, actor }: Scope, { edges }: ChainSnapshot) {
  const ids = edges.map(({ parentId }) => parentId as PartyId);
  const found = await db
    .select({ id: party.id, name: party.name, kind: party.kind })
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), inArray(party.id, ids)));
  return ids.flatMap((id) => found.filter((each) => each.id === id));
}
