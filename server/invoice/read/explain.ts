import { and, asc, eq, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invoice, invoiceLine } from "@/db/schema/invoice";
import { party } from "@/db/schema/party";
import { ratedItem, ratedLeg } from "@/db/schema/rating";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { LineRef } from "../input";

/** How the amount of a line came about, on every edge of the chain whose price the asker may know. */
export async function explainLine(scope: Scope, { invoiceLineId }: LineRef) {
  const { actor, db } = scope;
  const [line] = await db
    .select({
      ...{ id: invoiceLine.id, description: invoiceLine.description, currency: invoiceLine.currency },
      ...{ charge: invoiceLine.charge, unit: invoiceLine.unit, from: invoiceLine.from, to: invoiceLine.to },
      ...{ net: invoiceLine.net, tax: invoiceLine.tax, taxRate: invoiceLine.taxRate },
      ...{ taxCategory: invoiceLine.taxCategory, ratedItemId: ratedItem.id },
      ...{ quantity: ratedItem.quantity, quantityBefore: ratedItem.quantityBefore, rows: ratedItem.rows },
      timeZone: invoice.timeZone,
      ...{ daysCharged: ratedItem.daysCharged, daysOfPeriod: ratedItem.daysOfPeriod },
    })
    .from(invoiceLine)
    .innerJoin(
      invoice,
      and(eq(invoice.operatorId, invoiceLine.operatorId), eq(invoice.id, invoiceLine.invoiceId), issued),
    )
    .innerJoin(
      ratedItem,
      and(eq(ratedItem.operatorId, invoiceLine.operatorId), eq(ratedItem.id, invoiceLine.ratedItemId)),
    )
    .where(and(eq(invoiceLine.operatorId, actor.operator), eq(invoiceLine.id, invoiceLineId)));
  if (!line) throw new Refusal("NOT_FOUND", "There is no such invoice line.");
  const { net, tax, ...rest } = line;
  return {
    ...rest,
    net: money(net, line.currency),
    tax: money(tax, line.currency),
    legs: await readLegs(scope, line.ratedItemId),
  };
}

export type LineExplained = Awaited<ReturnType<typeof explainLine>>;
export type LegExplained = LineExplained["legs"][number];

const issued = ne(invoice.status, "draft");

const seller = alias(party, "leg_seller");
const buyer = alias(party, "leg_buyer");
const payer = alias(party, "leg_payer");
const payee = alias(party, "leg_payee");

/** The policy of legs decides which are there: the asker's own sales, purchases and shares. */
async function readLegs({ actor, db }: Scope, id: Id<"ratedItem">) {
  const of = { operatorId: ratedLeg.operatorId };
  const rows = await db
    .select({
      ...{ id: ratedLeg.id, number: ratedLeg.number, kind: ratedLeg.kind, currency: ratedLeg.currency },
      ...{ sellerName: seller.name, buyerName: buyer.name, payerName: payer.name, payeeName: payee.name },
      ...{
        listAmount: ratedLeg.listAmount,
        discountAmount: ratedLeg.discountAmount,
        amount: ratedLeg.amount,
      },
      ...{ working: ratedLeg.working, priceVersionId: ratedLeg.priceVersionId },
    })
    .from(ratedLeg)
    .leftJoin(seller, and(eq(seller.operatorId, of.operatorId), eq(seller.id, ratedLeg.sellerId)))
    .leftJoin(buyer, and(eq(buyer.operatorId, of.operatorId), eq(buyer.id, ratedLeg.buyerId)))
    .leftJoin(payer, and(eq(payer.operatorId, of.operatorId), eq(payer.id, ratedLeg.payerId)))
    .leftJoin(payee, and(eq(payee.operatorId, of.operatorId), eq(payee.id, ratedLeg.payeeId)))
    .where(and(eq(ratedLeg.operatorId, actor.operator), eq(ratedLeg.ratedItemId, id)))
    .orderBy(asc(ratedLeg.number));
  return rows.map(({ listAmount, discountAmount, amount, currency, ...row }) => ({
    ...row,
    listAmount: money(listAmount, currency),
    discountAmount: money(discountAmount, currency),
    amount: money(amount, currency),
  }));
}
