import { Instant } from "@/components/date/instant";
import { Decimal } from "@/components/money/decimal";
import type { Column } from "@/components/table/columns";
import { TextLink } from "@/components/ui/text-link";
import type { ParkedGroup } from "@/server/usage/input";
import type { ParkedSeen } from "@/server/usage/read/parked";
import { MapAccount } from "./map-account";
import { MapMeter } from "./map-meter";
import { TryParked, WriteOff } from "./parked-actions";
import { rowsHref } from "./parked-group";
import { countWord, reasonWord, rowsWord } from "./words";

/** What waits, by cause; who may map also gets what can be done about it. */
export function parkedColumns(base: string, mayMap: boolean): readonly Column<ParkedSeen>[] {
  return [
    {
      id: "reason",
      header: "What is missing",
      sortable: true,
      wrap: true,
      cell: (row) => <Cause row={row} />,
    },
    {
      id: "rows",
      header: "Rows",
      align: "end",
      sortable: true,
      cell: (row) => <TextLink href={rowsHref(base, groupOf(row))}>{row.rows.toLocaleString("en")}</TextLink>,
    },
    {
      id: "quantity",
      header: "Quantity",
      align: "end",
      cell: ({ quantity, counted }) =>
        quantity === null ? "several units" : <Decimal value={quantity} unit={counted ?? ""} />,
    },
    {
      id: "used",
      header: "Used until",
      cell: ({ usedTo }) => <Instant at={usedTo} show="day" timeZone="UTC" />,
    },
    { id: "since", header: "Waits since", cell: ({ since }) => <Instant at={since} />, sortable: true },
    { id: "source", header: "Source", cell: ({ source }) => source, hidden: true },
    ...(mayMap ? [{ id: "actions", header: "To do", cell: (row: ParkedSeen) => <ToDo row={row} /> }] : []),
  ];
}

function Cause({ row }: { row: ParkedSeen }) {
  return (
    <div className="min-w-60">
      <span className="font-medium">{reasonWord(row.reason)}</span>
      <span className="block text-sm text-muted">
        {row.message}
        {row.account !== null && row.reason !== "unknown_account" && ` Account “${row.account}”.`}{" "}
        <span className="whitespace-nowrap">{countWord(row.files, "file", "files")}.</span>
      </span>
    </div>
  );
}

function ToDo({ row }: { row: ParkedSeen }) {
  const { sourceId, reason, account, service, sku, unit, rows } = row;
  const group = groupOf(row);
  const waiting = rowsWord(rows);
  return (
    <div className="flex gap-1.5">
      {reason === "unknown_account" && account !== null && <MapAccount {...{ sourceId, account, waiting }} />}
      {reason === "unknown_meter" && service !== null && sku !== null && unit !== null && (
        <MapMeter {...{ sourceId, service, sku, unit, waiting }} />
      )}
      {(reason === "not_in_subscription" || reason === "outside_subscription") && <TryParked group={group} />}
      <WriteOff group={group} rows={rows} />
    </div>
  );
}

export function groupOf({ sourceId, reason, account, service, sku, unit }: ParkedSeen): ParkedGroup {
  return { sourceId, reason, account, service, sku, unit };
}
