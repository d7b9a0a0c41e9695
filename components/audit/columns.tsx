import { Instant } from "@/components/date/instant";
import { roleWord } from "@/components/shell/words";
import { wordOf } from "@/components/status/tones";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { AuditRow, readAuditChoices } from "@/server/audit/read";
import type { CsvColumn } from "@/server/core/csv";

export const auditSpec = {
  sort: "happenedAt",
  dir: "desc",
  filters: ["actor", "code", "object"],
} as const satisfies ListSpec;

export const auditColumns: readonly Column<AuditRow>[] = [
  { id: "happenedAt", header: "When", cell: (row) => <Instant at={row.happenedAt} />, sortable: true },
  { id: "summary", header: "What", cell: (row) => row.summary, wrap: true },
  { id: "actor", header: "Who", cell: (row) => row.actorName },
  { id: "party", header: "For", cell: (row) => row.partyName },
  { id: "role", header: "As", cell: (row) => roleWord(row.role), hidden: true },
  { id: "code", header: "Code", cell: (row) => <code className="text-xs">{row.code}</code> },
  { id: "object", header: "Object", cell: (row) => wordOf(row.objectKind), hidden: true },
];

export const auditExport: readonly CsvColumn<AuditRow>[] = [
  { header: "When", cell: ({ happenedAt }) => happenedAt.toISOString() },
  { header: "What", cell: ({ summary }) => summary },
  { header: "Who", cell: ({ actorName }) => actorName },
  { header: "For", cell: ({ partyName }) => partyName },
  { header: "As", cell: ({ role }) => role },
  { header: "Code", cell: ({ code }) => code },
  { header: "Object", cell: ({ objectKind }) => objectKind },
  { header: "Object id", cell: ({ objectId }) => objectId },
  { header: "Entry", cell: ({ id }) => id },
];

/** What the record can be narrowed by, as it is there. */
export function auditFilters({
  actors,
  codes,
  objects,
}: Awaited<ReturnType<typeof readAuditChoices>>): readonly Filter[] {
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return [
    { name: "actor", label: "Who", options: same(actors) },
    { name: "code", label: "Code", options: same(codes) },
    {
      name: "object",
      label: "Object",
      options: objects.map((value) => ({ value, label: wordOf(value) })),
    },
  ];
}
