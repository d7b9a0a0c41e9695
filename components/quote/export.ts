import { wordOf } from "@/components/status/tones";
import type { CsvColumn } from "@/server/core/csv";
import { decimalText } from "@/server/core/money/money";
import type { QuoteListed } from "@/server/quote/read/list";

/** The list of quotes as a file; amounts that are not the reader's to know are empty. */
export const quoteExport: readonly CsvColumn<QuoteListed>[] = [
  { header: "Quote", cell: ({ number }) => number },
  { header: "Version", cell: ({ versionNumber }) => versionNumber },
  { header: "Customer", cell: ({ customerName }) => customerName },
  { header: "Partner", cell: ({ partnerName }) => partnerName },
  { header: "Offer", cell: ({ offerName }) => offerName },
  { header: "Status", cell: ({ status }) => wordOf(status) },
  { header: "Currency", cell: ({ once }) => once?.currency },
  { header: "Customer, once", cell: ({ once }) => once && decimalText(once) },
  { header: "Customer, a month", cell: ({ monthly }) => monthly && decimalText(monthly) },
  { header: "Term (months)", cell: ({ termMonths }) => termMonths },
  { header: "Valid until (UTC)", cell: ({ validUntil }) => validUntil.toISOString() },
  { header: "Created (UTC)", cell: ({ createdAt }) => createdAt.toISOString() },
  { header: "Created by", cell: ({ createdByName }) => createdByName },
];
