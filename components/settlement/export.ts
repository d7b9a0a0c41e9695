import type { CsvColumn } from "@/server/core/csv";
import { decimalText } from "@/server/core/money/money";
import type { SettlementSeen } from "@/server/settlement/read";
import { kindWords } from "./words";

/** The list of settlement lines as a file; ids lead back to the invoice line. */
export const settlementExport: readonly CsvColumn<SettlementSeen>[] = [
  { header: "Settlement line", cell: ({ id }) => id },
  { header: "Invoice line", cell: ({ invoiceLineId }) => invoiceLineId },
  { header: "For", cell: ({ description }) => description },
  { header: "Kind", cell: ({ kind }) => kindWords[kind] },
  { header: "Party", cell: ({ partyName }) => partyName },
  { header: "Status", cell: ({ status }) => status },
  { header: "Accrued (UTC)", cell: ({ accruedAt }) => accruedAt.toISOString() },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Amount", cell: ({ amount }) => decimalText(amount) },
  { header: "Became due", cell: ({ released }) => decimalText(released) },
  { header: "Paid out", cell: ({ paidOut }) => decimalText(paidOut) },
];
