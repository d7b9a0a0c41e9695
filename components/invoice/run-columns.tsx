import { Instant } from "@/components/date/instant";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import type { BillRunSeen } from "@/server/invoice/read/run";

export const billRunColumns: readonly Column<BillRunSeen>[] = [
  {
    id: "number",
    header: "Run",
    cell: ({ number }) => <span className="font-medium whitespace-nowrap">{number}</span>,
  },
  {
    id: "until",
    header: "Charges what ended by",
    cell: ({ until, timeZone }) => <Instant at={until} timeZone={timeZone} />,
    sortable: true,
  },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
  {
    id: "shards",
    header: "Parts done",
    cell: ({ shards, shardsDone }) => `${shardsDone} of ${shards}`,
    align: "end",
  },
  { id: "invoices", header: "Invoices", cell: ({ invoices }) => invoices, align: "end", sortable: true },
  {
    id: "requestedAt",
    header: "Requested",
    cell: ({ requestedAt, timeZone }) => <Instant at={requestedAt} timeZone={timeZone} />,
    sortable: true,
  },
  { id: "requestedBy", header: "By", cell: ({ requestedByName }) => requestedByName },
  {
    id: "finishedAt",
    header: "Issued",
    cell: ({ finishedAt, timeZone }) => <Instant at={finishedAt} timeZone={timeZone} />,
    hidden: true,
  },
];

export type ShardSeen = {
  readonly number: number;
  readonly status: string;
  readonly items: number;
  readonly invoices: number;
  readonly doneAt: Date | null;
};

export const shardColumns: readonly Column<ShardSeen>[] = [
  { id: "number", header: "Part", cell: ({ number }) => number + 1, align: "end", sortable: true },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
  { id: "items", header: "Rated items", cell: ({ items }) => items, align: "end" },
  { id: "invoices", header: "Invoices", cell: ({ invoices }) => invoices, align: "end" },
  { id: "doneAt", header: "Done", cell: ({ doneAt }) => <Instant at={doneAt} />, sortable: true },
];
