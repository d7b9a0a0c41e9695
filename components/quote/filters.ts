import { wordOf } from "@/components/status/tones";
import type { Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";

const statuses = [
  "draft",
  "in_approval",
  "approved",
  "sent",
  "accepted",
  "ordered",
  "declined",
  "expired",
  "voided",
];

export const quoteSpec = {
  sort: "createdAt",
  dir: "desc",
  filters: ["status", "partner", "customer"],
} as const satisfies ListSpec;

export const quoteFilters: readonly Filter[] = [
  { name: "status", label: "Status", options: statuses.map((value) => ({ value, label: wordOf(value) })) },
];
