import type { ListSpec } from "@/components/table/query";
import type { CsvColumn } from "@/server/core/csv";
import { decimalText } from "@/server/core/money/money";
import type { listAccounts } from "@/server/ledger/read";
import { accountWords } from "./words";

type AccountRow = Awaited<ReturnType<typeof listAccounts>>["rows"][number];

export const accountSpec = { sort: "account", filters: ["account", "currency"] } as const satisfies ListSpec;

/** Accounts with their balances as a file. */
export const accountExport: readonly CsvColumn<AccountRow>[] = [
  { header: "Account", cell: ({ account }) => accountWords[account] },
  { header: "Owner", cell: ({ owner }) => owner },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Entries", cell: ({ entries }) => entries },
  { header: "Balance", cell: ({ balance }) => decimalText(balance) },
];
