import type { CsvColumn } from "@/server/core/csv";
import { decimalText } from "@/server/core/money/money";
import type { InvoiceSeen } from "@/server/invoice/read/list";

/** Invoices as a file; days and periods in UTC, to the second, because a spreadsheet knows no zones. */
export const invoiceExport: readonly CsvColumn<InvoiceSeen>[] = [
  { header: "Invoice", cell: ({ number }) => number },
  { header: "Customer", cell: ({ customerName }) => customerName },
  { header: "Seller", cell: ({ sellerName }) => sellerName },
  { header: "Status", cell: ({ status, isOverdue }) => (isOverdue ? "overdue" : status) },
  { header: "Period from", cell: ({ from }) => from.toISOString() },
  { header: "Period to", cell: ({ to }) => to.toISOString() },
  { header: "Time zone", cell: ({ timeZone }) => timeZone },
  { header: "Issued", cell: ({ issuedAt }) => issuedAt?.toISOString() },
  { header: "Due", cell: ({ dueAt }) => dueAt?.toISOString() },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Net", cell: ({ net }) => decimalText(net) },
  { header: "Tax", cell: ({ tax }) => decimalText(tax) },
  { header: "Gross", cell: ({ gross }) => decimalText(gross) },
  { header: "Open", cell: ({ open }) => decimalText(open) },
];
