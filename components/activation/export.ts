import type { SubscriptionSeen } from "@/server/activation/read/subscription";
import type { TaskSeen } from "@/server/activation/read/task";
import type { CsvColumn } from "@/server/core/csv";

/** The list of tasks as a file. */
export const taskExport: readonly CsvColumn<TaskSeen>[] = [
  { header: "Task", cell: ({ title }) => title },
  { header: "Order", cell: ({ orderNumber }) => orderNumber },
  { header: "Item", cell: ({ item }) => item },
  { header: "Supplier", cell: ({ supplierName }) => supplierName },
  { header: "Status", cell: ({ status }) => status },
  { header: "Attempts", cell: ({ attempts }) => attempts },
  { header: "Due (UTC)", cell: ({ dueAt }) => dueAt.toISOString() },
  { header: "Done (UTC)", cell: ({ doneAt }) => doneAt?.toISOString() },
];

/** The list of subscriptions as a file. */
export const subscriptionExport: readonly CsvColumn<SubscriptionSeen>[] = [
  { header: "Subscription", cell: ({ number }) => number },
  { header: "Offer", cell: ({ offerName }) => offerName },
  { header: "Customer", cell: ({ customerName }) => customerName },
  { header: "Sold by", cell: ({ partnerName }) => partnerName },
  { header: "Status", cell: ({ status }) => status },
  { header: "Charged from (UTC)", cell: ({ billableFrom }) => billableFrom?.toISOString() },
  { header: "Term ends (UTC)", cell: ({ termEndsAt }) => termEndsAt?.toISOString() },
];
