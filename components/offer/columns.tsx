import { Instant } from "@/components/date/instant";
import { Status } from "@/components/status/status";
import { wordOf } from "@/components/status/tones";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { ItemListed, OfferListed } from "@/server/offer/list";
import { chargeOptions, chargeWord, offerStatusOptions, termText } from "./words";

export const offerSpec = { sort: "name", filters: ["status", "family"] } as const satisfies ListSpec;

export const offerFilters: readonly Filter[] = [
  {
    name: "status",
    label: "Newest version",
    options: offerStatusOptions.map((value) => ({ value, label: wordOf(value) })),
  },
];

export const offerColumns: readonly Column<OfferListed>[] = [
  {
    id: "name",
    header: "Offer",
    cell: ({ name }) => <span className="font-medium">{name}</span>,
    sortable: true,
  },
  {
    id: "code",
    header: "Code",
    cell: ({ code }) => <span className="font-mono text-xs">{code}</span>,
    sortable: true,
  },
  { id: "family", header: "Family", cell: ({ family }) => family, sortable: true },
  { id: "number", header: "Version", cell: ({ number }) => number, align: "end" },
  {
    id: "status",
    header: "Newest version",
    cell: ({ status }) => <Status state={status} />,
    sortable: true,
  },
  { id: "onSale", header: "On sale", cell: ({ onSale }) => (onSale ? "Yes" : "No") },
  { id: "term", header: "Term", cell: ({ termMonths }) => termText(termMonths), align: "end" },
  {
    id: "publishedAt",
    header: "First published",
    cell: ({ publishedAt }) => <Instant at={publishedAt} show="day" />,
    sortable: true,
  },
  { id: "summary", header: "What it is", cell: ({ summary }) => summary, wrap: true, hidden: true },
];

export const itemSpec = { sort: "name", filters: ["charge", "supplier"] } as const satisfies ListSpec;

export const itemFilters: readonly Filter[] = [
  { name: "charge", label: "Charged", options: chargeOptions.map(({ value, label }) => ({ value, label })) },
];

export const itemColumns: readonly Column<ItemListed>[] = [
  {
    id: "name",
    header: "Item",
    cell: ({ name }) => <span className="font-medium">{name}</span>,
    sortable: true,
  },
  {
    id: "sku",
    header: "SKU",
    cell: ({ sku }) => <span className="font-mono text-xs">{sku}</span>,
    sortable: true,
  },
  { id: "product", header: "Product", cell: ({ productName }) => productName },
  { id: "supplier", header: "Supplier", cell: ({ supplierName }) => supplierName, sortable: true },
  { id: "charge", header: "Charged", cell: ({ charge }) => chargeWord(charge), sortable: true },
  { id: "unit", header: "Unit", cell: ({ unit }) => unit },
  { id: "meter", header: "Meter", cell: ({ meterName }) => meterName ?? "–", hidden: true },
  { id: "tax", header: "Tax class", cell: ({ taxClass }) => taxClass ?? <Missing /> },
  {
    id: "recipe",
    header: "Fulfilled by",
    cell: ({ recipe }) => recipeText(recipe) ?? <Missing />,
    wrap: true,
  },
  { id: "family", header: "Family", cell: ({ family }) => family, hidden: true },
];

function Missing() {
  return <span className="text-warn">missing</span>;
}

export function recipeText(recipe: ItemListed["recipe"]): string | null {
  if (!recipe) return null;
  const { kind, title, hours, after } = recipe;
  const who = kind === "supplier_api" ? "the supplier's system" : "hand";
  const waits = after.length > 0 ? `, after ${after.join(", ")}` : "";
  return `${title} by ${who}, ${hours} h${waits}`;
}
