import { Instant } from "@/components/date/instant";
import { Decimal } from "@/components/money/decimal";
import { Status } from "@/components/status/status";
import { wordOf } from "@/components/status/tones";
import type { Column, Filter } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { listEvents, listMeasured, readMeasured } from "@/server/usage/read/event";
import type { listFiles, listRejected } from "@/server/usage/read/file";
import type { listAccounts, listMeters } from "@/server/usage/read/mapping";
import type { ParkedRowSeen } from "@/server/usage/read/parked";
import { bytesWord } from "./words";

type RowOf<Read extends (...given: never[]) => Promise<{ readonly rows: readonly unknown[] }>> = Awaited<
  ReturnType<Read>
>["rows"][number];

export type FileSeen = RowOf<typeof listFiles>;
export type RejectedSeen = RowOf<typeof listRejected>;
export type AccountSeen = RowOf<typeof listAccounts>;
export type MeterSeen = RowOf<typeof listMeters>;
export type MeasuredSeen = RowOf<typeof listMeasured>;
export type EventSeen = RowOf<typeof listEvents>;
export type MeasuredDetail = Awaited<ReturnType<typeof readMeasured>>;

export const fileSpec = {
  sort: "receivedAt",
  dir: "desc",
  filters: ["status", "source"],
} as const satisfies ListSpec;
export const rejectedSpec = {
  sort: "rowNumber",
  dir: "asc",
  filters: ["column"],
} as const satisfies ListSpec;
export const parkedSpec = {
  sort: "rows",
  dir: "desc",
  filters: ["reason", "source"],
} as const satisfies ListSpec;
export const parkedRowSpec = { sort: "rowNumber", dir: "asc" } as const satisfies ListSpec;
export const mappingSpec = { sort: "name", filters: ["source"] } as const satisfies ListSpec;
export const measuredSpec = { sort: "customer", dir: "asc" } as const satisfies ListSpec;
export const eventSpec = { sort: "usedAt", dir: "desc", filters: ["item"] } as const satisfies ListSpec;

const fileStates = ["processing", "accepted", "accepted_with_parked_rows", "invalid"];

type Named = { readonly id: string; readonly name: string; readonly supplier: string };

export function sourceFilter(sources: readonly Named[]): Filter {
  const options = sources.map(({ id, name, supplier }) => ({ value: id, label: `${supplier}: ${name}` }));
  return { name: "source", label: "Source", options };
}

export function fileFilters(sources: readonly Named[]): readonly Filter[] {
  const states = fileStates.map((value) => ({ value, label: wordOf(value) }));
  return [{ name: "status", label: "Status", options: states }, sourceFilter(sources)];
}

const rowCount = (count: number) => count.toLocaleString("en");

export const fileColumns: readonly Column<FileSeen>[] = [
  { id: "name", header: "File", cell: ({ name }) => <Strong>{name}</Strong>, sortable: true },
  { id: "supplier", header: "Supplier", cell: ({ supplier }) => supplier },
  { id: "source", header: "Source", cell: ({ source }) => source, hidden: true },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
  {
    id: "rowsRead",
    header: "Rows",
    align: "end",
    sortable: true,
    cell: ({ rowsRead }) => rowCount(rowsRead),
  },
  { id: "accepted", header: "Accepted", cell: (row) => rowCount(row.rowsAccepted), align: "end" },
  { id: "duplicate", header: "Duplicate", cell: (row) => rowCount(row.rowsDuplicate), align: "end" },
  { id: "parked", header: "Parked", cell: (row) => rowCount(row.rowsParked), align: "end" },
  { id: "rejected", header: "Rejected", cell: (row) => rowCount(row.rowsRejected), align: "end" },
  {
    id: "bytes",
    header: "Size",
    align: "end",
    sortable: true,
    hidden: true,
    cell: ({ bytes }) => bytesWord(bytes),
  },
  {
    id: "receivedAt",
    header: "Received",
    sortable: true,
    cell: ({ receivedAt }) => <Instant at={receivedAt} />,
  },
  { id: "by", header: "Sent by", cell: ({ receivedByName }) => receivedByName, hidden: true },
];

export const rejectedColumns: readonly Column<RejectedSeen>[] = [
  {
    id: "rowNumber",
    header: "Row",
    align: "end",
    sortable: true,
    cell: ({ rowNumber }) => rowCount(rowNumber),
  },
  { id: "column", header: "Column", cell: ({ column }) => <Strong>{column}</Strong> },
  { id: "reason", header: "Why", cell: ({ reason }) => reason, wrap: true },
  { id: "value", header: "What stands there", cell: ({ value }) => <Value text={value} />, wrap: true },
];

export const parkedRowColumns: readonly Column<ParkedRowSeen>[] = [
  { id: "file", header: "File", cell: ({ file }) => file },
  { id: "row", header: "Row", cell: ({ rowNumber }) => rowCount(rowNumber), align: "end" },
  { id: "account", header: "Account", cell: ({ account }) => account },
  { id: "service", header: "Service", cell: ({ service }) => service },
  { id: "sku", header: "SKU", cell: ({ sku }) => sku },
  { id: "resource", header: "Resource", cell: ({ resource }) => resource },
  {
    id: "quantity",
    header: "Quantity",
    align: "end",
    cell: ({ quantity, unit }) => <Decimal value={quantity} unit={unit} />,
  },
  { id: "usedAt", header: "Used", cell: ({ usedAt }) => <Instant at={usedAt} timeZone="UTC" /> },
  { id: "message", header: "Why it waits", cell: ({ message }) => message, wrap: true },
];

export const accountColumns: readonly Column<AccountSeen>[] = [
  { id: "account", header: "Account", cell: ({ account }) => <Strong>{account}</Strong> },
  { id: "source", header: "Source", cell: ({ source }) => source },
  { id: "subscription", header: "Subscription", cell: ({ subscription }) => subscription },
  { id: "customer", header: "Customer", cell: ({ customer }) => customer },
  { id: "validFrom", header: "From", cell: ({ validFrom }) => <Instant at={validFrom} show="day" /> },
  { id: "by", header: "Mapped by", cell: ({ addedByName }) => addedByName },
];

export const meterColumns: readonly Column<MeterSeen>[] = [
  { id: "service", header: "Service", cell: ({ service }) => <Strong>{service}</Strong> },
  { id: "sku", header: "SKU", cell: ({ sku }) => (sku === "*" ? "every SKU" : sku) },
  { id: "unit", header: "Counted in", cell: ({ unit }) => unit },
  { id: "meter", header: "Meter", cell: ({ meter }) => meter },
  {
    id: "factor",
    header: "One is",
    align: "end",
    cell: ({ factor, meterUnit }) => <Decimal value={factor} unit={meterUnit} />,
  },
  { id: "source", header: "Source", cell: ({ source }) => source },
  { id: "by", header: "Mapped by", cell: ({ addedByName }) => addedByName },
];

export const measuredColumns: readonly Column<MeasuredSeen>[] = [
  { id: "customer", header: "Customer", cell: ({ customer }) => <Strong>{customer}</Strong>, sortable: true },
  { id: "number", header: "Subscription", cell: ({ number }) => number, sortable: true },
  { id: "offer", header: "Offer", cell: ({ offerName }) => offerName },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
  {
    id: "lastUsedAt",
    header: "Last used",
    cell: ({ lastUsedAt, timeZone }) => <Instant at={lastUsedAt} timeZone={timeZone} />,
  },
];

/** Times as the subscription's own calendar has them. The file is named for those who may open it. */
export function eventColumns(timeZone: string): readonly Column<EventSeen>[] {
  return [
    {
      id: "usedAt",
      header: "Used",
      sortable: true,
      cell: ({ usedAt }) => <Instant at={usedAt} timeZone={timeZone} />,
    },
    { id: "item", header: "Item", cell: ({ item }) => item },
    { id: "resource", header: "Resource", cell: ({ resource }) => resource },
    {
      id: "quantity",
      header: "Quantity",
      align: "end",
      sortable: true,
      cell: ({ quantity, unit }) => <Decimal value={quantity} unit={unit} />,
    },
    {
      id: "receivedAt",
      header: "Received",
      sortable: true,
      cell: ({ receivedAt }) => <Instant at={receivedAt} show="day" />,
    },
    {
      id: "file",
      header: "From",
      cell: ({ file, rowNumber }) => `${file ?? "the supplier's file"}, row ${rowCount(rowNumber)}`,
    },
  ];
}

export function monthColumns(): readonly Column<MeasuredDetail["months"][number]>[] {
  return [
    { id: "month", header: "Month", cell: ({ month }) => <Strong>{month.slice(0, 7)}</Strong> },
    { id: "item", header: "Item", cell: ({ item }) => item },
    { id: "rows", header: "Rows", cell: ({ rows }) => rowCount(rows), align: "end" },
    {
      id: "quantity",
      header: "Quantity",
      align: "end",
      cell: ({ quantity, unit }) => <Decimal value={quantity} unit={unit} />,
    },
  ];
}

function Strong({ children }: { children: string }) {
  return <span className="font-medium">{children}</span>;
}

function Value({ text }: { text: string }) {
  if (text === "") return <span className="text-muted">nothing</span>;
  return (
    <code className="font-mono text-xs break-all">{text.length > 120 ? `${text.slice(0, 120)}…` : text}</code>
  );
}
