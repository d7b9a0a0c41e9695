import type { Id, PartyId } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import { credit, debit, type Transaction, transaction } from "../posting";

type ReceivedPayment = {
  readonly payment: Id<"payment">;
  readonly description: string;
  readonly operator: PartyId;
  readonly customer: PartyId;
  readonly amount: Money;
};

/** The operator's bank has what the customer owed. */
export function paymentReceived({
  payment,
  description,
  operator,
  customer,
  amount,
}: ReceivedPayment): Transaction {
  return transaction(`payment.received:${payment}`, `Received: ${description}`, [
    debit({ kind: "cash", owner: operator }, amount),
    credit({ kind: "receivable", owner: customer }, amount),
  ]);
}
