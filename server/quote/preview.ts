import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { dayText } from "@/server/core/calendar";
import type { Composition } from "./input";
import { propose } from "./propose";
import { discountAmount } from "./rules/position";
import { mayKnowLeg } from "./rules/sight";
import { customerLeg, customerTotals, worthTo } from "./rules/view";

export type Preview = Awaited<ReturnType<typeof previewQuote>>;

/**
 * What a quote would say, without making one: the same work as drafting, shown through the asker's own legs
 * alone.
 */
export async function previewQuote(scope: Scope, composition: Composition & { readonly validDays: number }) {
  const proposal = await propose(scope, composition);
  const { offer, customer, currency, band, discount, causes, validUntil } = proposal;
  const viewer = { partyId: scope.actor.party, isOperator: isOperator(scope.actor) };
  const deal = { customerId: customer.id, currency, termMonths: offer.termMonths };
  const lines = proposal.lines.map((line) => ({
    ...line,
    legs: line.legs.filter((leg) => mayKnowLeg(viewer, leg)),
  }));
  return {
    offerName: offer.name,
    ...{ termMonths: offer.termMonths, currency, band, causes },
    /** The last day on which it could be accepted. */
    lastDay: dayText(new Date(validUntil.getTime() - 1), proposal.partner.timeZone),
    discountRate: discount?.rate ?? 0n,
    /** Whether the asker sells to the customer in its own name. */
    isSeller: proposal.sellerId === scope.actor.party,
    lines: lines.map(({ legs, ...line }) => {
      const told = customerLeg(legs, customer.id);
      return {
        ...line,
        told: told && { list: told.list, discount: discountAmount(told), amount: told.amount },
      };
    }),
    totals: customerTotals(lines, deal),
    worth: worthTo(scope.actor.party, lines, deal),
  };
}
