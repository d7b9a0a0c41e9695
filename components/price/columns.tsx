import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import { Badge } from "@/components/ui/badge";
import type { PriceListListed } from "@/server/offer/price-page";
import { audienceOptions, audienceWord } from "./words";

export const priceSpec = { sort: "name", filters: ["audience", "currency"] } as const satisfies ListSpec;

export const priceFilters: readonly Filter[] = [
  { name: "audience", label: "Kind", options: audienceOptions.map(({ value, label }) => ({ value, label })) },
];

export const priceColumns: readonly Column<PriceListListed>[] = [
  {
    id: "name",
    header: "Price list",
    cell: ({ name }) => <span className="font-medium">{name}</span>,
    sortable: true,
  },
  { id: "audience", header: "Kind", cell: ({ audience }) => audienceWord(audience), sortable: true },
  { id: "seller", header: "Seller", cell: ({ sellerName }) => sellerName, sortable: true },
  { id: "reader", header: "For", cell: ({ readerName }) => readerName ?? "all its customers" },
  { id: "currency", header: "Currency", cell: ({ currency }) => currency, sortable: true },
  {
    id: "inForce",
    header: "In force",
    cell: ({ inForce }) =>
      inForce === null ? <span className="text-warn">none</span> : `version ${inForce}`,
  },
  {
    id: "coming",
    header: "Coming",
    cell: ({ planned, drafting }) => (
      <span className="flex gap-1.5">
        {planned && <Badge tone="info">planned</Badge>}
        {drafting && <Badge>draft</Badge>}
      </span>
    ),
  },
];
