import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { putOnSale } from "@/server/offer/publish";
import type { OfferedVersion } from "@/server/offer/read";
import { placeOrder } from "@/server/order/place";
import type { Chain } from "@/server/party/chain";
import { acceptQuote } from "@/server/quote/accept";
import { draftQuote } from "@/server/quote/draft";
import { type LineSeen, readLines } from "@/server/quote/read/version";
import { sendQuote } from "@/server/quote/send";
import { submitQuote } from "@/server/quote/submit";
import { listRules } from "@/server/settlement/read";
import { divide } from "@/server/settlement/rules/divide";
import type { LineFacts, Part } from "@/server/settlement/rules/line";
import { pickRule } from "@/server/settlement/rules/pick";
import type { LegSelector, RuleBody } from "@/server/settlement/rules/vocabulary";

/** A line of a rehearsed order, and what every party gets of it. */
export type DividedLine = { readonly line: LineSeen; readonly parts: readonly Part[] };

/**
 * Sells the usual quantities to a customer, from quote to order, and divides each line by the rule in force.
 */
export async function playDeal(
  trial: Scope,
  version: OfferedVersion,
  chain: Chain,
): Promise<readonly DividedLine[]> {
  await putOnSale(trial, version);
  const { versionId } = await draftQuote(trial, { customerId: chain.customerId, offerId: version.offerId });
  const { status } = await submitQuote(trial, { versionId });
  if (status !== "approved")
    throw new Refusal("CONFLICT", "A quote without a discount would need an approval.");
  await sendQuote(trial, { versionId });
  await acceptQuote(trial, { versionId, acceptedByName: "Rehearsal", requestKey: `rehearsal:${versionId}` });
  await placeOrder(trial, { quoteVersionId: versionId });
  const body = await ruleBody(trial, version.family);
  const lines = await readLines(trial, [versionId]);
  return lines.map((line) => ({ line, parts: divide(factsOf(line, chain), body) }));
}

async function ruleBody(trial: Scope, family: string): Promise<RuleBody> {
  const rules = (await listRules(trial)).filter(({ status }) => status !== "draft");
  return pickRule(rules, { family, marketplaceId: null, at: trial.now }).body;
}

/** The line as if it had been invoiced as quoted. */
function factsOf({ supplierId, legs }: LineSeen, { parties, operatorId }: Chain): LineFacts {
  const customer = legs.filter(({ kind }) => kind === "sale").at(-1);
  if (!customer) throw new Refusal("CONFLICT", "A line has no price for the customer.");
  const roles = new Map<LegSelector, PartyId>([
    ["supplier", supplierId],
    ["operator", operatorId as string as PartyId],
  ]);
  for (const { id, kind } of parties.values()) {
    if (kind === "distributor" || kind === "reseller" || kind === "sub_reseller") roles.set(kind, id);
  }
  const none = money(0n, customer.amount.currency);
  return { net: customer.amount, roles, legs: legs.map((leg) => ({ ...leg, discount: none })) };
}
