import { wordOf } from "@/components/status/tones";
import type { Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";

const statuses = ["issued", "overdue", "partially_paid", "paid", "voided"];

export const invoiceSpec = {
  sort: "issuedAt",
  dir: "desc",
  filters: ["status", "currency", "billRunId"],
} as const satisfies ListSpec;

export const invoiceFilters: readonly Filter[] = [
  { name: "status", label: "Status", options: statuses.map((value) => ({ value, label: wordOf(value) })) },
];
