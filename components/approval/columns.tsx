import { Instant } from "@/components/date/instant";
import { Status } from "@/components/status/status";
import { wordOf } from "@/components/status/tones";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { ApprovalSeen } from "@/server/approval/read";
import type { CsvColumn } from "@/server/core/csv";

export const approvalSpec = {
  sort: "waiting",
  filters: ["status", "kind"],
} as const satisfies ListSpec;

export const kindWords: Readonly<Record<ApprovalSeen["subjectKind"], string>> = {
  quote_version: "Pricing exception",
  offer_version: "Offer",
  payout_run: "Payout run",
};

const statuses = ["pending", "approved", "rejected", "sent_back", "voided"];

export const approvalFilters: readonly Filter[] = [
  { name: "status", label: "Status", options: statuses.map((value) => ({ value, label: wordOf(value) })) },
  {
    name: "kind",
    label: "Kind",
    options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
  },
];

export const approvalColumns: readonly Column<ApprovalSeen>[] = [
  { id: "summary", header: "Request", cell: ({ summary }) => summary, wrap: true },
  { id: "kind", header: "Kind", cell: ({ subjectKind }) => kindWords[subjectKind], sortable: true },
  {
    id: "requestedBy",
    header: "Asked by",
    cell: ({ requestedByName, partyName }) => (
      <>
        {requestedByName} <span className="text-muted">· {partyName}</span>
      </>
    ),
  },
  {
    id: "requestedAt",
    header: "Asked",
    cell: ({ requestedAt, timeZone }) => <Instant at={requestedAt} timeZone={timeZone} />,
    sortable: true,
  },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  { id: "reason", header: "Reason", cell: ({ reason }) => reason, wrap: true },
  { id: "decidedBy", header: "Decided by", cell: ({ decidedByName }) => decidedByName, hidden: true },
  {
    id: "decidedAt",
    header: "Decided",
    cell: ({ decidedAt, timeZone }) => <Instant at={decidedAt} timeZone={timeZone} />,
    hidden: true,
  },
];

/** The list of requests as a file. */
export const approvalExport: readonly CsvColumn<ApprovalSeen>[] = [
  { header: "Request", cell: ({ summary }) => summary },
  { header: "Kind", cell: ({ subjectKind }) => kindWords[subjectKind] },
  { header: "Status", cell: ({ status }) => wordOf(status) },
  { header: "Asked by", cell: ({ requestedByName }) => requestedByName },
  { header: "Of", cell: ({ partyName }) => partyName },
  { header: "Asked (UTC)", cell: ({ requestedAt }) => requestedAt.toISOString() },
  { header: "Reason", cell: ({ reason }) => reason },
  { header: "Decided by", cell: ({ decidedByName }) => decidedByName },
  { header: "Decided (UTC)", cell: ({ decidedAt }) => decidedAt?.toISOString() },
  { header: "Comment", cell: ({ comment }) => comment },
];
