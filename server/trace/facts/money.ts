import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invoice, invoiceLine, payment } from "@/db/schema/invoice";
import { party } from "@/db/schema/party";
import { payout, payoutRun, statement } from "@/db/schema/payout";
import { ruleVersion, settlementLine } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import { money } from "@/server/core/money/money";
import { kindWords } from "../rules/kind-words";
import { moment, short, words } from "./deal";
import { among, type SeenById, seenById } from "./read";
import { periodText } from "./usage";

const payer = alias(party, "payer");

export async function seeInvoices({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select()
    .from(invoice)
    .where(and(eq(invoice.operatorId, actor.operator), among(invoice.id, ids)));
  return seenById(
    rows.filter(({ issuedAt }) => issuedAt !== null),
    ({ id }) => id,
    (row) => ({
      title: row.number ?? "Invoice",
      subtitle: row.customer.legalName,
      amount: money(row.gross, row.currency),
      status: row.status,
      at: row.issuedAt,
      facts: [
        { name: "Seller", text: row.seller.legalName },
        { name: "Customer", text: row.customer.legalName },
        { name: "Period", text: periodText(row, row.timeZone) },
        { name: "Net", amount: money(row.net, row.currency) },
        { name: "Tax", amount: money(row.tax, row.currency) },
        { name: "Gross", amount: money(row.gross, row.currency) },
        { name: "Paid", amount: money(row.paid, row.currency) },
        ...moment("Issued", row.issuedAt),
        ...moment("Due", row.dueAt),
      ],
      page: { kind: "invoice", id: row.id },
    }),
  );
}

export async function seeInvoiceLines({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ line: invoiceLine, number: invoice.number, timeZone: invoice.timeZone })
    .from(invoiceLine)
    .innerJoin(
      invoice,
      and(eq(invoice.operatorId, invoiceLine.operatorId), eq(invoice.id, invoiceLine.invoiceId)),
    )
    .where(and(eq(invoiceLine.operatorId, actor.operator), among(invoiceLine.id, ids)));
  return seenById(
    rows.filter(({ number }) => number !== null),
    ({ line }) => line.id,
    ({ line, number, timeZone }) => ({
      title: line.description,
      subtitle: `Line ${line.position} of ${number}`,
      amount: money(line.net, line.currency),
      at: line.from,
      facts: [
        { name: "Quantity", text: `${short(line.quantity)} ${line.unit}` },
        { name: "Period", text: periodText(line, timeZone) },
        { name: "At list", amount: money(line.listAmount, line.currency) },
        { name: "Net", amount: money(line.net, line.currency) },
        { name: `Tax (${line.taxCategory})`, amount: money(line.tax, line.currency) },
        { name: "Tax rate", rate: line.taxRate },
      ],
      page: { kind: "invoice", id: line.invoiceId },
    }),
  );
}

export async function seePayments({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select()
    .from(payment)
    .where(and(eq(payment.operatorId, actor.operator), among(payment.id, ids)));
  return seenById(
    rows,
    ({ id }) => id,
    (row) => ({
      title: row.reference === "" ? "Payment" : row.reference,
      subtitle: "Payment received",
      amount: money(row.amount, row.currency),
      at: row.receivedAt,
      facts: [
        ...words("Reference", row.reference),
        ...moment("Received", row.receivedAt),
        { name: "Recorded by", text: row.recordedByName },
      ],
      page: { kind: "invoice", id: row.invoiceId },
    }),
  );
}

export async function seeRules({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select()
    .from(ruleVersion)
    .where(and(eq(ruleVersion.operatorId, actor.operator), among(ruleVersion.id, ids)));
  return seenById(
    rows,
    ({ id }) => id,
    ({ id, name, number, status, family, body, validFrom, validTo }) => ({
      title: name,
      subtitle: `Settlement rule, version ${number}`,
      status,
      at: validFrom,
      facts: [
        { name: "Divides by", text: body.mode === "chain" ? "the prices of the chain" : "fixed parts" },
        { name: "Families", text: family === "*" ? "every family" : family },
        ...(body.fee === null ? [] : [{ name: "Marketplace's fee", rate: BigInt(body.fee.rate) }]),
        ...moment("In force from", validFrom),
        ...moment("until", validTo),
        { name: "Version id", code: id },
      ],
      page: { kind: "rule_version", id },
    }),
  );
}

export async function seeShares({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ line: settlementLine, name: party.name, payer: payer.name })
    .from(settlementLine)
    .leftJoin(
      party,
      and(eq(party.operatorId, settlementLine.operatorId), eq(party.id, settlementLine.partyId)),
    )
    .leftJoin(
      payer,
      and(eq(payer.operatorId, settlementLine.operatorId), eq(payer.id, settlementLine.payerId)),
    )
    .where(and(eq(settlementLine.operatorId, actor.operator), among(settlementLine.id, ids)));
  return seenById(
    rows,
    ({ line }) => line.id,
    ({ line, ...row }) => ({
      title: row.name ?? "Your line",
      subtitle: kindWords[line.kind],
      amount: money(line.amount, line.currency),
      at: line.accruedAt,
      facts: [
        { name: "What it is", text: kindWords[line.kind] },
        ...words("Party", row.name),
        ...words("Paid by", row.payer),
        { name: "Base", amount: money(line.base, line.currency) },
        ...(line.rate === null ? [] : [{ name: "Rate", rate: line.rate }]),
        { name: "For", text: line.description },
        ...moment("Accrued", line.accruedAt),
      ],
      page: { kind: "settlement_line", id: line.id },
    }),
  );
}

export async function seePayouts({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ payout, name: party.name, run: payoutRun.number })
    .from(payout)
    .leftJoin(party, and(eq(party.operatorId, payout.operatorId), eq(party.id, payout.partyId)))
    .leftJoin(
      payoutRun,
      and(eq(payoutRun.operatorId, payout.operatorId), eq(payoutRun.id, payout.payoutRunId)),
    )
    .where(and(eq(payout.operatorId, actor.operator), among(payout.id, ids)));
  return seenById(
    rows,
    (row) => row.payout.id,
    ({ payout: { currency, ...row }, ...of }) => ({
      title: of.name === null ? "Payout" : `To ${of.name}`,
      subtitle: of.run === null ? "Payout" : `Payout, ${of.run}`,
      amount: money(row.net, currency),
      status: row.status,
      at: row.paidAt ?? row.createdAt,
      facts: [
        { name: "Gross", amount: money(row.gross, currency) },
        ...(row.withheld === 0n ? [] : [{ name: "Withheld", amount: money(row.withheld, currency) }]),
        { name: "Net", amount: money(row.net, currency) },
        { name: "Why", text: row.reason },
        ...words("To", row.iban),
        ...moment("Paid", row.paidAt),
      ],
      page: of.run === null ? null : { kind: "payout_run", id: row.payoutRunId },
    }),
  );
}

export async function seeStatements({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select({ told: statement, name: party.name })
    .from(statement)
    .leftJoin(party, and(eq(party.operatorId, statement.operatorId), eq(party.id, statement.partyId)))
    .where(and(eq(statement.operatorId, actor.operator), among(statement.id, ids)));
  return seenById(
    rows,
    ({ told }) => told.id,
    ({ told: { currency, ...told }, name }) => ({
      title: told.number,
      subtitle: name === null ? "Statement" : `Statement for ${name}`,
      status: told.status,
      at: told.issuedAt,
      facts: [
        { name: "Opening", amount: money(told.opening, currency) },
        { name: "Earned", amount: money(told.earned, currency) },
        { name: "Paid", amount: money(told.paid, currency) },
        ...(told.withheld === 0n ? [] : [{ name: "Withheld", amount: money(told.withheld, currency) }]),
        { name: "Closing", amount: money(told.closing, currency) },
        ...moment("Issued", told.issuedAt),
      ],
      page: { kind: "statement", id: told.id },
    }),
  );
}
