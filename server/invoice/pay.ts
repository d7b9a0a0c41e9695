import { and, asc, eq, sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { invoice, invoiceLine, payment, paymentAllocation } from "@/db/schema/invoice";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { canonicalJson, sha256Hex } from "@/server/core/digest";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { add, type Money, money, moneyText, subtract } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { post } from "@/server/ledger/post";
import { paymentReceived } from "@/server/ledger/templates/payment-received";
import type { NewPayment } from "./input";
import { allocate } from "./rules/allocate";
import { amountOf } from "./rules/amount";

/**
 * Records money that came in for an invoice and divides it over the invoice's lines. The same request,
 * submitted again, is the same payment; the same key with another body is refused.
 */
export async function recordPayment(
  scope: Scope,
  input: NewPayment,
): Promise<{ readonly paymentId: Id<"payment"> }> {
  const billed = await holdInvoice(scope, input.invoiceId);
  const { requestKey, ...body } = input;
  const digest = sha256Hex(canonicalJson({ ...body, amount: amountOf(input.amount, billed.currency).minor }));
  const known = await findPayment(scope, requestKey);
  if (known && known.digest !== digest) {
    throw recordedOtherwise();
  }
  if (known) return { paymentId: known.id };
  const amount = expectPayable(scope, billed, input);
  const paymentId = await addPayment(scope, billed, { ...input, amount, digest });
  await allocatePayment(scope, billed, paymentId, amount);
  await post(scope, [
    paymentReceived({
      payment: paymentId,
      description: `${billed.number}, ${billed.customer.legalName}`,
      operator: scope.actor.operator as string as PartyId,
      customer: billed.customerId,
      amount,
    }),
  ]);
  await settle(scope, billed, amount);
  await record(scope, {
    code: "invoice.payment.recorded",
    summary: `Recorded a payment of invoice ${billed.number}`,
    object: { kind: "invoice", id: billed.id },
    after: { paymentId, reference: input.reference, receivedAt: input.receivedAt },
  });
  await emit(scope, "payment.recorded", { paymentId, invoiceId: billed.id });
  return { paymentId };
}

type Billed = typeof invoice.$inferSelect;

/** The invoice, held until the transaction ends, so that two payments of it come one after the other. */
async function holdInvoice({ actor, db }: Scope, id: Id<"invoice">): Promise<Billed> {
  const [held] = await db
    .select()
    .from(invoice)
    .where(and(eq(invoice.operatorId, actor.operator), eq(invoice.id, id)))
    .for("update");
  if (!held || held.status === "draft") throw new Refusal("NOT_FOUND", "There is no such invoice.");
  return held;
}

async function findPayment({ actor, db }: Scope, requestKey: string) {
  const [found] = await db
    .select({ id: payment.id, digest: payment.requestDigest })
    .from(payment)
    .where(and(eq(payment.operatorId, actor.operator), eq(payment.requestKey, requestKey)));
  return found;
}

function expectPayable({ now }: Scope, billed: Billed, input: NewPayment): Money {
  const amount = amountOf(input.amount, billed.currency);
  const open = subtract(money(billed.gross, billed.currency), money(billed.paid, billed.currency));
  if (billed.status !== "issued" && billed.status !== "partially_paid") {
    throw new Refusal("CONFLICT", `Invoice ${billed.number} is ${billed.status}: nothing is open.`);
  }
  if (amount.minor <= 0n) throw new Refusal("INVALID", "A payment is more than nothing.");
  if (amount.minor > open.minor) {
    throw new Refusal(
      "CONFLICT",
      `Invoice ${billed.number} has ${moneyText(open)} open: record at most that.`,
    );
  }
  if (input.receivedAt > now) throw new Refusal("INVALID", "A payment was received at some time up to now.");
  return amount;
}

async function addPayment(
  { actor, db, now }: Scope,
  { id: invoiceId, currency, sellerId, customerId, readerId }: Billed,
  {
    amount,
    digest,
    reference,
    requestKey,
    receivedAt,
  }: Omit<NewPayment, "amount"> & { amount: Money; digest: string },
): Promise<Id<"payment">> {
  const [added] = await db
    .insert(payment)
    .values({
      operatorId: actor.operator,
      id: newId("payment", now),
      amount: amount.minor,
      requestDigest: digest,
      recordedByName: actor.name,
      ...{ invoiceId, currency, reference, requestKey, receivedAt, sellerId, customerId, readerId },
    })
    .onConflictDoNothing({ target: [payment.operatorId, payment.requestKey] })
    .returning({ id: payment.id });
  if (!added) throw recordedOtherwise();
  return added.id;
}

async function allocatePayment(
  scope: Scope,
  billed: Billed,
  paymentId: Id<"payment">,
  amount: Money,
): Promise<void> {
  const { sellerId, customerId, readerId } = billed;
  const lines = await readOpenLines(scope, billed);
  const parts = allocate(amount, lines);
  const rows = lines.map(({ id }, index) => ({
    operatorId: scope.actor.operator,
    paymentId,
    invoiceLineId: id,
    net: parts[index]?.net.minor ?? 0n,
    tax: parts[index]?.tax.minor ?? 0n,
    ...{ sellerId, customerId, readerId },
  }));
  await insertRows(
    scope.db,
    paymentAllocation,
    rows.filter(({ net, tax }) => net !== 0n || tax !== 0n),
  );
}

/** What earlier payments left open of each line. */
async function readOpenLines({ actor, db }: Scope, { id, currency }: Billed) {
  const rows = await db
    .select({
      id: invoiceLine.id,
      net: sql<bigint>`${invoiceLine.net} - coalesce(sum(${paymentAllocation.net}), 0)`.mapWith(BigInt),
      tax: sql<bigint>`${invoiceLine.tax} - coalesce(sum(${paymentAllocation.tax}), 0)`.mapWith(BigInt),
    })
    .from(invoiceLine)
    .leftJoin(
      paymentAllocation,
      and(
        eq(paymentAllocation.operatorId, invoiceLine.operatorId),
        eq(paymentAllocation.invoiceLineId, invoiceLine.id),
      ),
    )
    .where(and(eq(invoiceLine.operatorId, actor.operator), eq(invoiceLine.invoiceId, id)))
    .groupBy(invoiceLine.operatorId, invoiceLine.id)
    .orderBy(asc(invoiceLine.position));
  return rows.map((row) => ({ id: row.id, net: money(row.net, currency), tax: money(row.tax, currency) }));
}

async function settle({ actor, db }: Scope, billed: Billed, amount: Money): Promise<void> {
  const paid = add(money(billed.paid, billed.currency), amount).minor;
  await db
    .update(invoice)
    .set({ paid, status: paid === billed.gross ? "paid" : "partially_paid" })
    .where(and(eq(invoice.operatorId, actor.operator), eq(invoice.id, billed.id)));
}

function recordedOtherwise(): Refusal {
  return new Refusal(
    "CONFLICT",
    "This payment was recorded already, with other details. Look at its invoice.",
  );
}
