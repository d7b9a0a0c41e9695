import type { Id, PartyId } from "@/server/core/ids";
import { type Money, subtract } from "@/server/core/money/money";
import { credit, debit, type Transaction, transaction } from "../posting";

type PaidPayout = {
  readonly payout: Id<"payout">;
  readonly description: string;
  readonly operator: PartyId;
  readonly party: PartyId;
  readonly gross: Money;
  readonly withheld: Money;
};

/** What was due to a party leaves the bank, less the tax that is kept for the authorities. */
export function payoutPaid({
  payout,
  description,
  operator,
  party,
  gross,
  withheld,
}: PaidPayout): Transaction {
  return transaction(`payout.paid:${payout}`, `Paid out: ${description}`, [
    debit({ kind: "payable", owner: party }, gross),
    credit({ kind: "cash", owner: operator }, subtract(gross, withheld)),
    credit({ kind: "withheld_tax", owner: operator }, withheld),
  ]);
}
