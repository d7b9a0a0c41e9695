import { Instant } from "@/components/date/instant";
import { Decimal } from "@/components/money/decimal";
import { Status } from "@/components/status/status";
import { wordOf } from "@/components/status/tones";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { SubscriptionDetail, SubscriptionSeen } from "@/server/activation/read/subscription";
import type { ExceptionSeen, TaskDetail, TaskSeen } from "@/server/activation/read/task";

export const taskSpec = {
  sort: "dueAt",
  dir: "asc",
  filters: ["status", "kind"],
} as const satisfies ListSpec;
export const exceptionSpec = {
  sort: "openedAt",
  dir: "asc",
  filters: ["state", "kind"],
} as const satisfies ListSpec;
export const subscriptionSpec = {
  sort: "createdAt",
  dir: "desc",
  filters: ["status"],
} as const satisfies ListSpec;

const taskStates = ["blocked", "ready", "running", "waiting_external", "exception", "done"];
const taskKinds = [
  { value: "manual", label: "By hand" },
  { value: "supplier_api", label: "By the supplier's system" },
];

export const taskFilters: readonly Filter[] = [
  { name: "status", label: "Status", options: taskStates.map((value) => ({ value, label: wordOf(value) })) },
  { name: "kind", label: "Kind", options: taskKinds },
];

export const exceptionFilters: readonly Filter[] = [
  {
    name: "state",
    label: "State",
    options: [
      { value: "open", label: "Open" },
      { value: "resolved", label: "Resolved" },
    ],
  },
];

export const subscriptionFilters: readonly Filter[] = [
  {
    name: "status",
    label: "Status",
    options: ["pendingActive", "active", "suspended", "terminated"].map((value) => ({
      value,
      label: wordOf(value),
    })),
  },
];

export const taskColumns: readonly Column<TaskSeen>[] = [
  {
    id: "title",
    header: "Task",
    cell: ({ title }) => <span className="font-medium">{title}</span>,
    sortable: true,
  },
  { id: "order", header: "Order", cell: ({ orderNumber }) => orderNumber },
  { id: "item", header: "Item", cell: ({ item }) => item },
  { id: "supplier", header: "Supplier", cell: ({ supplierName }) => supplierName },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  { id: "attempts", header: "Attempts", cell: ({ attempts }) => attempts, align: "end", hidden: true },
  { id: "dueAt", header: "Due", cell: ({ dueAt }) => <Instant at={dueAt} />, sortable: true },
  { id: "doneAt", header: "Done", cell: ({ doneAt }) => <Instant at={doneAt} /> },
];

export const exceptionColumns: readonly Column<ExceptionSeen>[] = [
  {
    id: "task",
    header: "Task",
    cell: ({ task }) => <span className="font-medium">{task.title}</span>,
  },
  { id: "message", header: "What happened", cell: ({ message }) => message, wrap: true },
  { id: "kind", header: "Kind", cell: ({ kind }) => wordOf(kind), sortable: true },
  { id: "supplier", header: "Supplier", cell: ({ task }) => task.supplierName },
  { id: "order", header: "Order", cell: ({ task }) => task.orderNumber },
  { id: "openedAt", header: "Since", cell: ({ openedAt }) => <Instant at={openedAt} />, sortable: true },
  {
    id: "state",
    header: "State",
    cell: ({ resolvedAt }) => <Status state={resolvedAt === null ? "exception" : "resolved"} />,
  },
];

export const subscriptionColumns: readonly Column<SubscriptionSeen>[] = [
  {
    id: "number",
    header: "Subscription",
    cell: ({ number }) => <span className="font-medium">{number}</span>,
    sortable: true,
  },
  { id: "offer", header: "Offer", cell: ({ offerName }) => offerName },
  { id: "customer", header: "Customer", cell: ({ customerName }) => customerName, sortable: true },
  { id: "partner", header: "Sold by", cell: ({ partnerName }) => partnerName },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  {
    id: "billableFrom",
    header: "Charged from",
    cell: ({ billableFrom, timeZone }) => <Instant at={billableFrom} timeZone={timeZone} show="day" />,
  },
  {
    id: "termEndsAt",
    header: "Term ends",
    cell: ({ termEndsAt, timeZone }) => <Instant at={termEndsAt} timeZone={timeZone} show="day" />,
  },
];

export const attemptColumns: readonly Column<TaskDetail["attemptsMade"][number]>[] = [
  { id: "number", header: "#", cell: ({ number }) => number, align: "end" },
  { id: "at", header: "When", cell: ({ at }) => <Instant at={at} /> },
  { id: "outcome", header: "Outcome", cell: ({ outcome }) => <Status state={outcome} /> },
  { id: "detail", header: "What was said", cell: ({ detail }) => detail },
];

export function itemColumns(timeZone: string): readonly Column<SubscriptionDetail["items"][number]>[] {
  return [
    { id: "name", header: "Item", cell: ({ name }) => name },
    { id: "charge", header: "Charged", cell: ({ charge }) => wordOf(charge) },
    {
      id: "quantity",
      header: "Quantity",
      cell: ({ quantity, unit, charge }) =>
        charge === "usage" ? `by the ${unit}` : <Decimal value={quantity} unit={unit} />,
      align: "end",
    },
    {
      id: "validFrom",
      header: "From",
      cell: ({ validFrom }) => <Instant at={validFrom} timeZone={timeZone} show="day" />,
    },
  ];
}
