import type { Id, PartyId } from "@/server/core/ids";
import { add, type Money } from "@/server/core/money/money";
import { credit, debit, type Transaction, transaction } from "../posting";

type IssuedLine = {
  readonly invoiceLine: Id<"invoiceLine">;
  readonly description: string;
  readonly operator: PartyId;
  readonly customer: PartyId;
  readonly net: Money;
  readonly tax: Money;
};

/** The customer owes the line with its tax; its net waits to be divided. */
export function invoiceIssued({
  invoiceLine,
  description,
  operator,
  customer,
  net,
  tax,
}: IssuedLine): Transaction {
  return transaction(`invoice.issued:${invoiceLine}`, `Issued: ${description}`, [
    debit({ kind: "receivable", owner: customer }, add(net, tax)),
    credit({ kind: "tax_payable", owner: operator }, tax),
    credit({ kind: "clearing", owner: operator }, net),
  ]);
}
