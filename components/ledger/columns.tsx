import { Instant } from "@/components/date/instant";
import { Amount } from "@/components/money/money";
import type { Column } from "@/components/table/columns";
import { TextLink } from "@/components/ui/text-link";
import { type Money, money } from "@/server/core/money/money";
import type { listAccounts, listEntries, readTransaction, readTrialBalance } from "@/server/ledger/read";
import { accountHref, accountWords, transactionHref } from "./words";

type TrialRow = Awaited<ReturnType<typeof readTrialBalance>>[number];
type AccountRow = Awaited<ReturnType<typeof listAccounts>>["rows"][number];
type EntryRow = Awaited<ReturnType<typeof listEntries>>["rows"][number];
type TransactionEntry = Awaited<ReturnType<typeof readTransaction>>["entries"][number];

export const trialColumns: readonly Column<TrialRow>[] = [
  { id: "account", header: "Account", cell: ({ account }) => accountWords[account] },
  { id: "entries", header: "Entries", cell: ({ entries }) => entries.toLocaleString("en"), align: "end" },
  { id: "debits", header: "Debits", cell: ({ debits }) => <Amount amount={debits} />, align: "end" },
  { id: "credits", header: "Credits", cell: ({ credits }) => <Amount amount={credits} />, align: "end" },
  { id: "balance", header: "Balance", cell: ({ balance }) => <Amount amount={balance} />, align: "end" },
];

export const accountColumns: readonly Column<AccountRow>[] = [
  { id: "account", header: "Account", cell: ({ account }) => accountWords[account], sortable: true },
  { id: "owner", header: "Owner", cell: ({ owner }) => owner, sortable: true },
  { id: "currency", header: "Currency", cell: ({ currency }) => currency, sortable: true, hidden: true },
  { id: "entries", header: "Entries", cell: ({ entries }) => entries, align: "end", sortable: true },
  {
    id: "balance",
    header: "Balance",
    cell: ({ balance }) => <Amount amount={balance} />,
    align: "end",
    sortable: true,
  },
];

export const entryColumns: readonly Column<EntryRow>[] = [
  { id: "bookedAt", header: "Booked", cell: ({ bookedAt }) => <Instant at={bookedAt} />, sortable: true },
  { id: "description", header: "What happened", cell: ({ description }) => description, wrap: true },
  { id: "debit", header: "Debit", cell: ({ amount }) => <Amount amount={debitOf(amount)} />, align: "end" },
  {
    id: "credit",
    header: "Credit",
    cell: ({ amount }) => <Amount amount={creditOf(amount)} />,
    align: "end",
  },
  {
    id: "balance",
    header: "Balance after",
    cell: ({ balance }) => <Amount amount={balance} />,
    align: "end",
  },
];

export const transactionColumns: readonly Column<TransactionEntry>[] = [
  {
    id: "account",
    header: "Account",
    cell: ({ account, ownerId, currency }) => (
      <TextLink href={accountHref(account, ownerId, currency)}>{accountWords[account]}</TextLink>
    ),
  },
  { id: "owner", header: "Owner", cell: ({ owner }) => owner },
  { id: "debit", header: "Debit", cell: ({ amount }) => <Amount amount={debitOf(amount)} />, align: "end" },
  {
    id: "credit",
    header: "Credit",
    cell: ({ amount }) => <Amount amount={creditOf(amount)} />,
    align: "end",
  },
];

export function entryHref({ event }: { readonly event: string }): string {
  return transactionHref(event);
}

function debitOf(amount: Money): Money | null {
  return amount.minor > 0n ? amount : null;
}

function creditOf({ minor, currency }: Money): Money | null {
  return minor < 0n ? money(-minor, currency) : null;
}
