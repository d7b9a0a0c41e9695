import { and, asc, eq, inArray } from "drizzle-orm";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { add, type Money, money, moneyText, negate } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { findPrices, type PriceGap } from "@/server/offer/prices";
import type { OfferedVersion } from "@/server/offer/read";
import { type Chain, readChain } from "@/server/party/chain";
import { addCustomer } from "@/server/party/customer";
import type { PartyRow } from "@/server/party/read";
import { sellingRoles } from "@/server/party/rules/vocabulary";
import { type DividedLine, playDeal } from "./deal";
import { type Finding, failed, passed } from "./rules/finding";

/** The partners a deal could come through: those who sell, as they stand now. */
export async function readSellers({ db, actor }: Scope): Promise<readonly PartyRow[]> {
  const selling = and(eq(party.status, "active"), inArray(party.kind, [...sellingRoles]));
  return db
    .select()
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), selling))
    .orderBy(asc(party.path));
}

/**
 * Sells the offer's usual quantities through one partner to a customer made up for it. The caller takes it
 * back.
 */
export async function checkRoute(
  trial: Scope,
  version: OfferedVersion,
  partner: PartyRow,
): Promise<readonly Finding[]> {
  const check = `Route of ${partner.name}`;
  const customerId = await inventCustomer(trial, partner);
  const question = { partnerId: partner.id, customerId, family: version.family, at: trial.now };
  const chain = await refusedAs(() => readChain(trial, question));
  if (typeof chain === "string") return []; // No route for this family: nothing is sold here.
  const itemIds = version.components.map(({ itemId }) => itemId);
  const { gaps } = await findPrices(trial, { chain, itemIds, at: trial.now });
  if (gaps.length > 0) return [failed(check, gapsText(chain, gaps))];
  const lines = await refusedAs(() => playDeal(trial, version, chain));
  if (typeof lines === "string") return [failed(check, lines)];
  const losing = losses(chain, version, lines);
  if (losing.length > 0) return [failed(check, losing.join(" "))];
  const sold = `Quoted, ordered and divided in ${chain.currency}, line by line`;
  return [passed(check, `${sold}; nobody loses money on it.`)];
}

/** What was refused, in its own words, or what came of it. */
async function refusedAs<Result>(work: () => Promise<Result>): Promise<Result | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function inventCustomer(scope: Scope, { id, currency, country, timeZone }: PartyRow): Promise<PartyId> {
  const address = { street: "Rehearsal", postcode: "0", city: "Rehearsal", email: "rehearsal@example.org" };
  const profile = { legalName: "Rehearsal customer", taxId: null, ...address };
  const name = "Rehearsal customer";
  const slug = `rehearsal-${scope.now.getTime()}`;
  return addCustomer(scope, { partnerId: id, name, slug, currency, country, timeZone, profile });
}

/** Each item once, with every list that lacks it. */
function gapsText(chain: Chain, gaps: readonly PriceGap[]): string {
  const names = [...new Set(gaps.map(({ name }) => name))];
  return names
    .map((name) => {
      const lists = gaps.filter((gap) => gap.name === name).map((gap) => listText(chain, gap));
      return `“${name}” has no price in ${chain.currency} in ${lists.join(", nor in ")}.`;
    })
    .join(" ");
}

function listText(chain: Chain, { audience, sellerId, buyerId }: PriceGap): string {
  const nameOf = (id: PartyId) => chain.parties.get(id)?.name ?? "its supplier";
  if (audience === "cost") return "the supplier's cost list";
  const whose = `the ${audience} list of ${nameOf(sellerId)}`;
  return audience === "retail" ? whose : `${whose} for ${nameOf(buyerId)}`;
}

/** Who would lose money over the term of a usual order, and on what. */
function losses(chain: Chain, version: OfferedVersion, lines: readonly DividedLine[]): readonly string[] {
  const kept = new Map<PartyId, { whole: Money; worst: Money; name: string }>();
  for (const { line, parts } of lines) {
    for (const { partyId, amount } of parts.filter(({ kind }) => kind === "margin" || kind === "share")) {
      const times = line.charge === "recurring" || line.charge === "usage" ? BigInt(version.termMonths) : 1n;
      const overTerm = money(amount.minor * times, amount.currency);
      const none = { whole: money(0n, amount.currency), worst: overTerm, name: line.name };
      const before = kept.get(partyId) ?? none;
      const worst = overTerm.minor < before.worst.minor ? { worst: overTerm, name: line.name } : {};
      kept.set(partyId, { ...before, ...worst, whole: add(before.whole, overTerm) });
    }
  }
  return [...kept]
    .filter(([, { whole }]) => whole.minor < 0n)
    .map(([id, { whole, name }]) => {
      const loss = moneyText(negate(whole));
      const loser = chain.parties.get(id)?.name;
      const loses = `${loser} would lose ${loss} over the term, most of it on “${name}”`;
      return `${loses}: check the prices above and below it.`;
    });
}
