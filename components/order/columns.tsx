import { Instant } from "@/components/date/instant";
import { Status } from "@/components/status/status";
import { wordOf } from "@/components/status/tones";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { CsvColumn } from "@/server/core/csv";
import type { OrderListed } from "@/server/order/read";

export const orderSpec = {
  sort: "placedAt",
  dir: "desc",
  filters: ["status", "partner", "customer"],
} as const satisfies ListSpec;

const statuses = ["acknowledged", "inProgress", "completed", "partial", "failed", "cancelled"];

export const orderFilters: readonly Filter[] = [
  { name: "status", label: "Status", options: statuses.map((value) => ({ value, label: wordOf(value) })) },
];

export const orderColumns: readonly Column<OrderListed>[] = [
  { id: "number", header: "Order", cell: ({ number }) => number, sortable: true },
  { id: "customer", header: "Customer", cell: ({ customerName }) => customerName, sortable: true },
  { id: "partner", header: "Partner", cell: ({ partnerName }) => partnerName, sortable: true },
  { id: "offer", header: "Offer", cell: ({ offerName }) => offerName, sortable: true },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  {
    id: "done",
    header: "Items done",
    cell: ({ itemsDone, items }) => `${itemsDone} of ${items}`,
    align: "end",
  },
  {
    id: "placedAt",
    header: "Placed",
    cell: ({ placedAt, timeZone }) => <Instant at={placedAt} timeZone={timeZone} />,
    sortable: true,
  },
  {
    id: "completedAt",
    header: "Completed",
    cell: ({ completedAt, timeZone }) => <Instant at={completedAt} timeZone={timeZone} />,
    sortable: true,
  },
];

/** The list of orders as a file. */
export const orderExport: readonly CsvColumn<OrderListed>[] = [
  { header: "Order", cell: ({ number }) => number },
  { header: "Customer", cell: ({ customerName }) => customerName },
  { header: "Partner", cell: ({ partnerName }) => partnerName },
  { header: "Offer", cell: ({ offerName }) => offerName },
  { header: "Status", cell: ({ status }) => wordOf(status) },
  { header: "Items", cell: ({ items }) => items },
  { header: "Items done", cell: ({ itemsDone }) => itemsDone },
  { header: "Placed (UTC)", cell: ({ placedAt }) => placedAt.toISOString() },
  { header: "Completed (UTC)", cell: ({ completedAt }) => completedAt?.toISOString() },
];
