import { Instant } from "@/components/date/instant";
import { PeriodText } from "@/components/date/period-text";
import { Amount } from "@/components/money/money";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { PayoutSeen, RunSeen } from "@/server/payout/read/run";
import type { StatementDetail, StatementSeen } from "@/server/payout/read/statement";

export const runSpec = { sort: "proposedAt", dir: "desc", filters: ["status"] } as const satisfies ListSpec;
export const statementSpec = { sort: "issuedAt", dir: "desc", filters: [] } as const satisfies ListSpec;
export const runStatuses = ["review", "approved", "completed", "cancelled", "proof_failed"];

export const runColumns: readonly Column<RunSeen>[] = [
  { id: "number", header: "Run", cell: ({ number }) => <span className="font-medium">{number}</span> },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  {
    id: "cutoff",
    header: "Due until",
    cell: ({ cutoff }) => <Instant at={cutoff} show="day" />,
    sortable: true,
  },
  { id: "proposedBy", header: "Proposed by", cell: ({ proposedByName }) => proposedByName },
  {
    id: "proposedAt",
    header: "Proposed",
    cell: ({ proposedAt }) => <Instant at={proposedAt} />,
    sortable: true,
  },
  {
    id: "parties",
    header: "Paid",
    cell: ({ totals }) => totals.reduce((sum, { parties }) => sum + parties, 0),
    align: "end",
  },
  {
    id: "carried",
    header: "Not paid",
    cell: ({ totals }) => totals.reduce((sum, { carried }) => sum + carried, 0),
    align: "end",
  },
  {
    id: "net",
    header: "Net",
    cell: ({ totals }) => (
      <span className="grid justify-items-end">
        {totals.map(({ currency, net }) => (
          <Amount key={currency} amount={net} />
        ))}
      </span>
    ),
    align: "end",
  },
];

export const payoutColumns: readonly Column<PayoutSeen>[] = [
  { id: "party", header: "Party", cell: ({ partyName }) => partyName, sortable: true },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  { id: "reason", header: "Why", cell: ({ reason }) => reason },
  { id: "account", header: "Account", cell: ({ account }) => account },
  { id: "balance", header: "Balance", cell: ({ balance }) => <Amount amount={balance} />, align: "end" },
  {
    id: "withheld",
    header: "Tax withheld",
    cell: ({ withheld }) => <Amount amount={withheld} />,
    align: "end",
  },
  {
    id: "gross",
    header: "Gross",
    cell: ({ gross }) => <Amount amount={gross} />,
    align: "end",
    sortable: true,
  },
  { id: "net", header: "Net", cell: ({ net }) => <Amount amount={net} />, align: "end" },
];

export const statementColumns: readonly Column<StatementSeen>[] = [
  { id: "number", header: "Statement", cell: ({ number }) => <span className="font-medium">{number}</span> },
  { id: "party", header: "Party", cell: ({ partyName }) => partyName, sortable: true },
  { id: "period", header: "Period", cell: ({ from, to }) => <PeriodText {...{ from, to }} /> },
  {
    id: "issuedAt",
    header: "Issued",
    cell: ({ issuedAt }) => <Instant at={issuedAt} show="day" />,
    sortable: true,
  },
  { id: "opening", header: "Opening", cell: ({ opening }) => <Amount amount={opening} />, align: "end" },
  { id: "earned", header: "Became due", cell: ({ earned }) => <Amount amount={earned} />, align: "end" },
  {
    id: "withheld",
    header: "Tax withheld",
    cell: ({ withheld }) => <Amount amount={withheld} />,
    align: "end",
    hidden: true,
  },
  { id: "paid", header: "Paid out", cell: ({ paid }) => <Amount amount={paid} />, align: "end" },
  {
    id: "closing",
    header: "Closing",
    cell: ({ closing }) => <Amount amount={closing} />,
    align: "end",
    sortable: true,
  },
];

const lineWords = { earned: "Became due", paid: "Paid out", withheld: "Tax withheld" } as const;

export function statementLineColumns(base: string): readonly Column<StatementDetail["lines"][number]>[] {
  return [
    { id: "number", header: "#", cell: ({ number }) => number, align: "end" },
    { id: "kind", header: "Kind", cell: ({ kind }) => lineWords[kind] },
    { id: "description", header: "For", cell: ({ description }) => description },
    {
      id: "amount",
      header: "Amount",
      cell: ({ amount, settlementLineId }) =>
        settlementLineId === null ? (
          <Amount amount={amount} />
        ) : (
          <Amount amount={amount} explain={`${base}/trace/settlement_line/${settlementLineId}`} />
        ),
      align: "end",
    },
  ];
}
