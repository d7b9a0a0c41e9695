import { Instant } from "@/components/date/instant";
import { Amount } from "@/components/money/money";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import type { QuoteListed } from "@/server/quote/read/list";

/** What the customer pays is not for those who stand between: there the cell is a dash. */
export const quoteColumns: readonly Column<QuoteListed>[] = [
  {
    id: "number",
    header: "Quote",
    cell: ({ number, versionNumber }) => (
      <span className="font-medium whitespace-nowrap">
        {number}
        {versionNumber > 1 && <span className="font-normal text-muted"> · version {versionNumber}</span>}
      </span>
    ),
    sortable: true,
  },
  { id: "customer", header: "Customer", cell: ({ customerName }) => customerName, sortable: true },
  { id: "partner", header: "Partner", cell: ({ partnerName }) => partnerName, sortable: true },
  { id: "offer", header: "Offer", cell: ({ offerName }) => offerName, sortable: true },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  {
    id: "once",
    header: "Customer, once",
    cell: ({ once }) => <Amount amount={once} />,
    align: "end",
  },
  {
    id: "monthly",
    header: "Customer, a month",
    cell: ({ monthly }) => <Amount amount={monthly} />,
    align: "end",
  },
  {
    id: "validUntil",
    header: "Valid to",
    cell: ({ validUntil, timeZone }) => <Instant {...lastOf(validUntil)} timeZone={timeZone} show="day" />,
    sortable: true,
  },
  {
    id: "createdAt",
    header: "Created",
    cell: ({ createdAt, timeZone }) => <Instant at={createdAt} timeZone={timeZone} show="day" />,
    sortable: true,
  },
  { id: "createdBy", header: "By", cell: ({ createdByName }) => createdByName, hidden: true },
];

/** A validity ends before an instant; people know it by the last day that is in it. */
function lastOf(until: Date): { at: Date } {
  return { at: new Date(until.getTime() - 1) };
}
