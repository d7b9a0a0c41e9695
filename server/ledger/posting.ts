import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import { type Money, negate, sum } from "@/server/core/money/money";

/**
 * What an account is for.
 * - `receivable`: what a customer owes
 * - `tax_payable`: tax collected for the authorities
 * - `clearing`: an issued line until it is divided
 * - `accrued`: earned by a party, not yet due
 * - `payable`: due to a party
 * - `cash`: the operator's bank
 * - `withheld_tax`: kept from a payout for the authorities
 */
export const accountKinds = [
  "receivable",
  "tax_payable",
  "clearing",
  "accrued",
  "payable",
  "cash",
  "withheld_tax",
] as const;
export type AccountKind = (typeof accountKinds)[number];

export type Account = { readonly kind: AccountKind; readonly owner: PartyId };

/** Positive debits the account, negative credits it. */
export type Entry = { readonly account: Account; readonly amount: Money };

/** One event's effect on the books. `event` makes posting it twice the same as posting it once. */
export type Transaction = {
  readonly event: string;
  readonly description: string;
  readonly entries: readonly Entry[];
};

/** Entries of nothing are left out: they move nothing and would only be read. */
export function transaction(event: string, description: string, all: readonly Entry[]): Transaction {
  const entries = all.filter((entry) => entry.amount.minor !== 0n);
  const currencies = new Set(entries.map((entry) => entry.amount.currency));
  for (const currency of currencies) {
    invariant(net(entries, currency).minor === 0n, "debits equal credits in every currency");
  }
  return { event, description, entries };
}

export function debit(account: Account, amount: Money): Entry {
  return { account, amount };
}

export function credit(account: Account, amount: Money): Entry {
  return { account, amount: negate(amount) };
}

function net(entries: readonly Entry[], currency: Currency): Money {
  const amounts = entries.map((entry) => entry.amount);
  return sum(
    amounts.filter((amount) => amount.currency === currency),
    currency,
  );
}
