import { Instant } from "@/components/date/instant";
import { Status } from "@/components/status/status";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { PartyListed } from "@/server/party/list";
import { kindOptions, kindWord, modelWord, statusOptions } from "./words";

export const partySpec = { sort: "path", filters: ["kind", "status"] } as const satisfies ListSpec;

export const partyFilters: readonly Filter[] = [
  { name: "kind", label: "Kind", options: kindOptions },
  { name: "status", label: "Status", options: statusOptions },
];

export const partyColumns: readonly Column<PartyListed>[] = [
  {
    id: "name",
    header: "Party",
    cell: ({ name }) => <span className="font-medium">{name}</span>,
    sortable: true,
  },
  { id: "kind", header: "Kind", cell: ({ kind }) => kindWord(kind), sortable: true },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  { id: "parent", header: "Below", cell: ({ parentName }) => parentName ?? "–", sortable: true },
  { id: "model", header: "Trades", cell: ({ model }) => modelWord(model) },
  {
    id: "customers",
    header: "Customers",
    cell: ({ customers }) => (customers === 0 ? "–" : customers),
    align: "end",
  },
  { id: "country", header: "Country", cell: ({ country }) => country, hidden: true },
  { id: "currency", header: "Currency", cell: ({ currency }) => currency },
  {
    id: "createdAt",
    header: "Joined",
    cell: ({ createdAt }) => <Instant at={createdAt} show="day" />,
    sortable: true,
  },
];
