import type { Actor } from "@/server/access/actor";
import { type Database, inScope, type Scope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import type { Id } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { decideOffer } from "@/server/offer/decide";
import type { Drafted } from "@/server/offer/draft";
import { publishOffer } from "@/server/offer/publish";
import { submitOffer } from "@/server/offer/submit";
import { rehearse } from "@/server/rehearsal/rehearse";
import { type DealItems, type DealMeters, draftSecureBranch, modelCatalogue } from "./deal/offer";
import { type Founded, foundNetwork } from "./deal/parties";
import { type DealPeople, inviteCast } from "./deal/people";
import { type DealLists, priceDeal } from "./deal/prices";
import { type DealRules, ruleDeal } from "./deal/rules";

/** A network with an offer on sale: what every stage after it starts from. */
export type Deal = Founded & {
  readonly people: DealPeople;
  readonly items: DealItems;
  readonly meters: DealMeters;
  readonly lists: DealLists;
  readonly rules: DealRules;
  readonly offer: Drafted;
  /** Does work as one of the cast, at an instant; at the deal's own when none is named. */
  as<Result>(actor: Actor, work: (scope: Scope) => Promise<Result>, at?: Date): Promise<Result>;
  /** Does work as the operator's job. */
  run<Result>(work: (scope: Scope) => Promise<Result>, at?: Date): Promise<Result>;
};

/** Founds Meridian's network and publishes Secure Branch, all of it through the verbs, at one instant. */
export async function openDeal(database: Database, now: Date): Promise<Deal> {
  const founded = await foundNetwork(database, now);
  const people = await inviteCast(database, founded, now);
  const as: Deal["as"] = (actor, work, at = now) =>
    inScope(database, { actor, now: at, correlation: "demo" }, work);
  const run: Deal["run"] = (work, at) => as(systemActor(founded.operatorId), work, at);

  const rules = await as(people.finance, (scope) => ruleDeal(scope, founded.parties));
  const modelled = await as(people.catalogue, async (scope) => {
    const { items, meters } = await modelCatalogue(scope, founded.parties);
    const lists = await priceDeal(scope, founded.parties, items);
    return { items, meters, lists, offer: await draftSecureBranch(scope, items) };
  });
  const { versionId } = modelled.offer;
  const approvalId = await as(people.catalogue, async (scope): Promise<Id<"approval">> => {
    const { passed, findings } = await rehearse(scope, { versionId });
    invariant(passed, findings.map(({ sentence }) => sentence).join(" "));
    return (await submitOffer(scope, { versionId })).approvalId;
  });
  await as(people.finance, async (scope) => {
    await decideOffer(scope, { approvalId, decision: "approved", comment: "" });
    await publishOffer(scope, { versionId });
  });
  return { ...founded, people, rules, ...modelled, as, run };
}
