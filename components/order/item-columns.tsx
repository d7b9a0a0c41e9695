import { Instant } from "@/components/date/instant";
import { Decimal } from "@/components/money/decimal";
import { chargeWords } from "@/components/quote/words";
import { Status } from "@/components/status/status";
import { wordOf } from "@/components/status/tones";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { CsvColumn } from "@/server/core/csv";
import type { ItemListed } from "@/server/order/items";

export const orderItemSpec = { sort: "newest", dir: "desc", filters: ["status"] } as const satisfies ListSpec;

const statuses = ["acknowledged", "inProgress", "completed", "failed", "cancelled"];

export const itemFilters: readonly Filter[] = [
  { name: "status", label: "Status", options: statuses.map((value) => ({ value, label: wordOf(value) })) },
];

/** What a supplier was asked to deliver. */
export const itemColumns: readonly Column<ItemListed>[] = [
  { id: "name", header: "Item", cell: ({ name }) => name, sortable: true },
  { id: "sku", header: "SKU", cell: ({ sku }) => sku },
  { id: "charge", header: "Charged", cell: ({ charge }) => chargeWords[charge] },
  {
    id: "quantity",
    header: "Quantity",
    cell: ({ quantity, unit }) => <Decimal value={quantity} unit={unit} />,
    align: "end",
  },
  {
    id: "price",
    header: "Your price",
    cell: ({ price, currency }) =>
      price?.tiers ? (
        "in tiers"
      ) : (
        <Decimal value={price?.unitPrice} unit={currency ?? ""} unitFirst places={2} />
      ),
    align: "end",
  },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} />, sortable: true },
  {
    id: "completedAt",
    header: "Delivered",
    cell: ({ completedAt }) => <Instant at={completedAt} />,
    sortable: true,
  },
];

export const orderItemExport: readonly CsvColumn<ItemListed>[] = [
  { header: "Item", cell: ({ name }) => name },
  { header: "SKU", cell: ({ sku }) => sku },
  { header: "Charged", cell: ({ charge }) => chargeWords[charge] },
  { header: "Quantity", cell: ({ quantity }) => quantity },
  { header: "Unit", cell: ({ unit }) => unit },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Unit price", cell: ({ price }) => price?.unitPrice },
  { header: "Status", cell: ({ status }) => wordOf(status) },
  { header: "Delivered (UTC)", cell: ({ completedAt }) => completedAt?.toISOString() },
];
