import type { Id, PartyId } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import { credit, debit, type Transaction, transaction } from "../posting";

type ReleasedShare = {
  readonly settlementLine: Id<"settlementLine">;
  /** The payment that made this part of the settlement line due. */
  readonly payment: Id<"payment">;
  readonly description: string;
  readonly party: PartyId;
  readonly amount: Money;
};

/** What a party earned becomes due to it. */
export function shareReleased({
  settlementLine,
  payment,
  description,
  party,
  amount,
}: ReleasedShare): Transaction {
  return transaction(`share.released:${settlementLine}:${payment}`, `Released: ${description}`, [
    debit({ kind: "accrued", owner: party }, amount),
    credit({ kind: "payable", owner: party }, amount),
  ]);
}
