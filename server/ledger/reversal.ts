import { reversedEvent } from "./flows";
import { credit, type Transaction, transaction } from "./posting";

/**
 * Undoes a whole transaction by following its own entries; nothing is computed anew. Undoing it twice is
 * undoing it once.
 */
export function reversal(original: Transaction): Transaction {
  return transaction(
    reversedEvent(original.event),
    `Reversed: ${original.description}`,
    original.entries.map(({ account, amount }) => credit(account, amount)),
  );
}
