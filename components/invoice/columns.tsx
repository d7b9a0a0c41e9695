import { Instant } from "@/components/date/instant";
import { PeriodText } from "@/components/date/period-text";
import { Amount } from "@/components/money/money";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import type { InvoiceSeen } from "@/server/invoice/read/list";

export const invoiceColumns: readonly Column<InvoiceSeen>[] = [
  {
    id: "number",
    header: "Invoice",
    cell: ({ number }) => <span className="font-medium whitespace-nowrap">{number}</span>,
    sortable: true,
  },
  { id: "customer", header: "Customer", cell: ({ customerName }) => customerName, sortable: true },
  { id: "seller", header: "Seller", cell: ({ sellerName }) => sellerName, sortable: true },
  { id: "status", header: "Status", cell: (row) => <InvoiceStatus {...row} /> },
  {
    id: "period",
    header: "Service period",
    cell: ({ from, to, timeZone }) => <PeriodText {...{ from, to, timeZone }} />,
  },
  {
    id: "issuedAt",
    header: "Issued",
    cell: ({ issuedAt, timeZone }) => <Instant at={issuedAt} timeZone={timeZone} show="day" />,
    sortable: true,
  },
  {
    id: "dueAt",
    header: "Due",
    cell: ({ dueAt, timeZone }) => <Instant at={dueAt} timeZone={timeZone} show="day" />,
    sortable: true,
  },
  { id: "net", header: "Net", cell: ({ net }) => <Amount amount={net} />, align: "end", hidden: true },
  { id: "tax", header: "Tax", cell: ({ tax }) => <Amount amount={tax} />, align: "end", hidden: true },
  {
    id: "gross",
    header: "Gross",
    cell: ({ gross }) => <Amount amount={gross} />,
    align: "end",
    sortable: true,
  },
  { id: "open", header: "Open", cell: ({ open }) => <Amount amount={open} />, align: "end", sortable: true },
];

/** Open past its day is what stands out, whatever was paid of it. */
export function InvoiceStatus({ status, isOverdue }: { status: string; isOverdue: boolean }) {
  return <Status state={isOverdue ? "overdue" : status} />;
}
