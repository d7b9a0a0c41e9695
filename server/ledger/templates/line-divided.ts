import type { Id, PartyId } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import { credit, debit, type Transaction, transaction } from "../posting";

type DividedLine = {
  readonly invoiceLine: Id<"invoiceLine">;
  readonly description: string;
  readonly operator: PartyId;
  readonly net: Money;
  /** They add up to the net; a part may be negative, such as the discount its bearer takes. */
  readonly parts: readonly { readonly party: PartyId; readonly amount: Money }[];
};

/** An issued line's net becomes what each party earned of it. */
export function lineDivided({ invoiceLine, description, operator, net, parts }: DividedLine): Transaction {
  return transaction(`line.divided:${invoiceLine}`, `Divided: ${description}`, [
    debit({ kind: "clearing", owner: operator }, net),
    ...parts.map(({ party, amount }) => credit({ kind: "accrued", owner: party }, amount)),
  ]);
}
