import type { CsvColumn } from "@/server/core/csv";
import { decimalText } from "@/server/core/money/money";
import type { StatementDetail, StatementSeen } from "@/server/payout/read/statement";

/** The list of statements as a file. */
export const statementExport: readonly CsvColumn<StatementSeen>[] = [
  { header: "Statement", cell: ({ number }) => number },
  { header: "Party", cell: ({ partyName }) => partyName },
  { header: "From (UTC)", cell: ({ from }) => from.toISOString() },
  { header: "To (UTC)", cell: ({ to }) => to.toISOString() },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Opening", cell: ({ opening }) => decimalText(opening) },
  { header: "Became due", cell: ({ earned }) => decimalText(earned) },
  { header: "Paid out", cell: ({ paid }) => decimalText(paid) },
  { header: "Tax withheld", cell: ({ withheld }) => decimalText(withheld) },
  { header: "Closing", cell: ({ closing }) => decimalText(closing) },
];

/** The lines of one statement as a file. */
export const statementLineExport: readonly CsvColumn<StatementDetail["lines"][number]>[] = [
  { header: "Line", cell: ({ number }) => number },
  { header: "Kind", cell: ({ kind }) => kind },
  { header: "For", cell: ({ description }) => description },
  { header: "Settlement line", cell: ({ settlementLineId }) => settlementLineId },
  { header: "Payment", cell: ({ paymentId }) => paymentId },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Amount", cell: ({ amount }) => decimalText(amount) },
];
