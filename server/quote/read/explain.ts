import { and, eq } from "drizzle-orm";
import { priceList, priceVersion } from "@/db/schema/offer";
import { quoteLeg, quoteLine } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { priceAmount } from "@/server/offer/rules/rating";
import type { LegRef } from "../input";
import { shareAmount } from "../rules/legs";

/**
 * How the amount of one leg came about, for those who may see the leg: its pinned price, worked through
 * again.
 */
export async function explainLeg({ db, actor }: Scope, { legId }: LegRef) {
  const [found] = await db
    .select({ leg: quoteLeg, line: quoteLine, list: priceList.name, version: priceVersion.number })
    .from(quoteLeg)
    .innerJoin(
      quoteLine,
      and(eq(quoteLine.operatorId, quoteLeg.operatorId), eq(quoteLine.id, quoteLeg.quoteLineId)),
    )
    .leftJoin(
      priceVersion,
      and(eq(priceVersion.operatorId, quoteLeg.operatorId), eq(priceVersion.id, quoteLeg.priceVersionId)),
    )
    .leftJoin(
      priceList,
      and(eq(priceList.operatorId, priceVersion.operatorId), eq(priceList.id, priceVersion.priceListId)),
    )
    .where(and(eq(quoteLeg.operatorId, actor.operator), eq(quoteLeg.id, legId)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such amount.");
  const { leg, line } = found;
  const quantity = decimal(line.quantity);
  const { exact, tiers } = priceAmount(leg.price, { quantity }, leg.currency);
  const amount = money(leg.amount, leg.currency);
  return {
    ...{ lineName: line.name, unit: line.unit, charge: line.charge, quantity: decimalToText(quantity) },
    ...{ price: leg.price, tiers, exact: decimalToText(exact), currency: leg.currency },
    ...{ discountRate: leg.discountRate, list: money(leg.listAmount, leg.currency), amount },
    shareRate: leg.shareRate,
    share: leg.kind === "share" ? shareAmount({ amount, shareRate: leg.shareRate }) : null,
    priceVersionId: leg.priceVersionId,
    /** The name of the list, for those who may read it. */
    priceList: found.list && { name: found.list, version: found.version },
  };
}
export type LegExplained = Awaited<ReturnType<typeof explainLeg>>;
