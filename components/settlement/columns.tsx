import { Instant } from "@/components/date/instant";
import { Amount } from "@/components/money/money";
import { Status } from "@/components/status/status";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import { TextLink } from "@/components/ui/text-link";
import type { Earnings, SettlementSeen } from "@/server/settlement/read";
import { kindWords } from "./words";

export const settlementSpec = {
  sort: "accruedAt",
  dir: "desc",
  filters: ["kind"],
} as const satisfies ListSpec;

export const settlementFilters: readonly Filter[] = [
  {
    name: "kind",
    label: "Kind",
    options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
  },
];

export function settlementColumns(base: string): readonly Column<SettlementSeen>[] {
  return [
    { id: "description", header: "For", cell: ({ description }) => description },
    { id: "kind", header: "Kind", cell: ({ kind }) => kindWords[kind], sortable: true },
    { id: "party", header: "Party", cell: ({ partyName }) => partyName, sortable: true },
    { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
    {
      id: "accruedAt",
      header: "Accrued",
      cell: ({ accruedAt }) => <Instant at={accruedAt} show="day" />,
      sortable: true,
    },
    {
      id: "released",
      header: "Due so far",
      cell: ({ released }) => <Amount amount={released} />,
      align: "end",
      hidden: true,
    },
    {
      id: "amount",
      header: "Amount",
      cell: ({ id, amount }) => <Amount amount={amount} explain={`${base}/settlement/${id}`} />,
      align: "end",
      sortable: true,
    },
  ];
}

export const earningsColumns: readonly Column<Earnings>[] = [
  { id: "name", header: "Party", cell: ({ name }) => name },
  { id: "accrued", header: "Earned", cell: ({ accrued }) => <Amount amount={accrued} />, align: "end" },
  {
    id: "released",
    header: "Became due",
    cell: ({ released }) => <Amount amount={released} />,
    align: "end",
  },
  { id: "paid", header: "Paid out", cell: ({ paid }) => <Amount amount={paid} />, align: "end" },
];

export const divisionColumns: readonly Column<SettlementSeen>[] = [
  { id: "party", header: "Party", cell: ({ partyName }) => partyName },
  { id: "kind", header: "Gets it as", cell: ({ kind }) => kindWords[kind] },
  { id: "amount", header: "Amount", cell: ({ amount }) => <Amount amount={amount} />, align: "end" },
];

export function TraceLink({ base, kind, id }: { base: string; kind: string; id: string }) {
  return <TextLink href={`${base}/trace/${kind}/${id}`}>Trace it</TextLink>;
}
