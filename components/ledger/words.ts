import type { AccountKind } from "@/server/ledger/posting";

/** What each kind of account is called where people read it. */
export const accountWords: Readonly<Record<AccountKind, string>> = {
  receivable: "Receivable",
  tax_payable: "Tax payable",
  clearing: "Clearing",
  accrued: "Accrued",
  payable: "Payable",
  cash: "Cash",
  withheld_tax: "Withheld tax",
};

export function accountHref(account: string, ownerId: string, currency: string): string {
  return `/operator/ledger/accounts/${account}/${ownerId}/${currency}`;
}

export function transactionHref(event: string): string {
  return `/operator/ledger/transactions/${encodeURIComponent(event)}`;
}
