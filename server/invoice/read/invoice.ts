import { and, asc, eq, ne, sql } from "drizzle-orm";
import { subscription } from "@/db/schema/activation";
import { billRun, invoice, invoiceLine, invoiceTax, payment, paymentAllocation } from "@/db/schema/invoice";
import { order } from "@/db/schema/order";
import type { Scope } from "@/server/access/scope";
import { dayText } from "@/server/core/calendar";
import type { Id } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { InvoiceRef } from "../input";
import { taxNotes } from "../rules/tax";

/** One issued invoice whole: parties as printed, lines, tax by category, and what was paid of it. */
export async function readInvoice(scope: Scope, { invoiceId }: InvoiceRef) {
  const head = await readHead(scope, invoiceId);
  const { currency } = head;
  const { net, tax, gross, paid, ...rest } = head;
  return {
    ...rest,
    net: money(net, currency),
    tax: money(tax, currency),
    gross: money(gross, currency),
    paid: money(paid, currency),
    open: money(gross - paid, currency),
    isOverdue: head.dueAt !== null && head.dueAt < scope.now && paid < gross,
    lines: await readLines(scope, invoiceId, currency),
    taxes: await readTaxes(scope, invoiceId, currency),
    payments: await readPayments(scope, invoiceId),
    /** The day it is as the asker looks at it (UTC). */
    today: dayText(scope.now, "UTC"),
  };
}

export type InvoiceDetail = Awaited<ReturnType<typeof readInvoice>>;
export type InvoiceLineSeen = InvoiceDetail["lines"][number];

async function readHead({ actor, db }: Scope, id: Id<"invoice">) {
  const [head] = await db
    .select({
      ...{
        id: invoice.id,
        number: invoice.number,
        status: invoice.status,
        from: invoice.from,
        to: invoice.to,
      },
      ...{ timeZone: invoice.timeZone, currency: invoice.currency, issuedAt: invoice.issuedAt },
      ...{
        dueAt: invoice.dueAt,
        net: invoice.net,
        tax: invoice.tax,
        gross: invoice.gross,
        paid: invoice.paid,
      },
      ...{ seller: invoice.seller, sellerId: invoice.sellerId },
      ...{ customer: invoice.customer, customerId: invoice.customerId, readerId: invoice.readerId },
      ...{ billRunId: invoice.billRunId, billRunNumber: billRun.number },
      ...{ subscriptionId: subscription.id, subscriptionNumber: subscription.number },
      ...{ offerName: subscription.offerName, orderId: order.id, orderNumber: order.number },
    })
    .from(invoice)
    .leftJoin(billRun, and(eq(billRun.operatorId, invoice.operatorId), eq(billRun.id, invoice.billRunId)))
    .leftJoin(
      subscription,
      and(eq(subscription.operatorId, invoice.operatorId), eq(subscription.id, invoice.subscriptionId)),
    )
    .leftJoin(order, and(eq(order.operatorId, invoice.operatorId), eq(order.id, subscription.orderId)))
    .where(and(eq(invoice.operatorId, actor.operator), eq(invoice.id, id), ne(invoice.status, "draft")));
  if (!head) throw new Refusal("NOT_FOUND", "There is no such invoice.");
  return head;
}

async function readLines({ actor, db }: Scope, id: Id<"invoice">, currency: Currency) {
  const paid = db
    .select({
      lineId: paymentAllocation.invoiceLineId,
      net: sql<bigint>`sum(${paymentAllocation.net})`.as("paid_net"),
    })
    .from(paymentAllocation)
    .innerJoin(
      payment,
      and(eq(payment.operatorId, paymentAllocation.operatorId), eq(payment.id, paymentAllocation.paymentId)),
    )
    .where(and(eq(payment.operatorId, actor.operator), eq(payment.invoiceId, id)))
    .groupBy(paymentAllocation.invoiceLineId)
    .as("paid");
  const rows = await db
    .select({
      ...{ id: invoiceLine.id, position: invoiceLine.position, description: invoiceLine.description },
      ...{ charge: invoiceLine.charge, quantity: invoiceLine.quantity, unit: invoiceLine.unit },
      ...{ from: invoiceLine.from, to: invoiceLine.to, listAmount: invoiceLine.listAmount },
      ...{ net: invoiceLine.net, tax: invoiceLine.tax, taxCategory: invoiceLine.taxCategory },
      ...{ taxRate: invoiceLine.taxRate, ratedItemId: invoiceLine.ratedItemId },
      paidNet: sql<bigint>`coalesce(${paid.net}, 0)`.mapWith(BigInt),
    })
    .from(invoiceLine)
    .leftJoin(paid, eq(paid.lineId, invoiceLine.id))
    .where(and(eq(invoiceLine.operatorId, actor.operator), eq(invoiceLine.invoiceId, id)))
    .orderBy(asc(invoiceLine.position));
  return rows.map(({ listAmount, net, tax, paidNet, ...row }) => ({
    ...row,
    ...{ listAmount: money(listAmount, currency), net: money(net, currency) },
    ...{ discount: money(listAmount - net, currency), tax: money(tax, currency) },
    paidNet: money(paidNet, currency),
  }));
}

async function readTaxes({ actor, db }: Scope, id: Id<"invoice">, currency: Currency) {
  const rows = await db
    .select({
      ...{ category: invoiceTax.category, rate: invoiceTax.rate },
      base: invoiceTax.base,
      tax: invoiceTax.tax,
    })
    .from(invoiceTax)
    .where(and(eq(invoiceTax.operatorId, actor.operator), eq(invoiceTax.invoiceId, id)))
    .orderBy(asc(invoiceTax.category), asc(invoiceTax.rate));
  return rows.map(({ category, rate, base, tax }) => ({
    ...{ category, rate, base: money(base, currency), tax: money(tax, currency) },
    note: taxNotes[category as keyof typeof taxNotes] ?? null,
  }));
}

async function readPayments({ actor, db }: Scope, id: Id<"invoice">) {
  const rows = await db
    .select({
      ...{ id: payment.id, amount: payment.amount, currency: payment.currency, reference: payment.reference },
      ...{ receivedAt: payment.receivedAt, recordedByName: payment.recordedByName },
    })
    .from(payment)
    .where(and(eq(payment.operatorId, actor.operator), eq(payment.invoiceId, id)))
    .orderBy(asc(payment.receivedAt), asc(payment.id));
  return rows.map(({ amount, currency, ...row }) => ({ ...row, amount: money(amount, currency) }));
}
