import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Badge } from "@/components/ui/badge";
import type { ItemListed } from "@/server/offer/list";
import type { PriceListPage, PriceVersionPage } from "@/server/offer/price-page";
import { AddPrice, EditPrice } from "./edit-price";
import { PriceText } from "./price-text";

type Change = PriceVersionPage["changes"][number];
type Props = {
  list: PriceListPage;
  version: PriceVersionPage;
  items: readonly ItemListed[];
  /** Whether the prices can be changed here: those of a draft. */
  edits: boolean;
};

/** Every price of a version beside what it was before; what is changed says so in words. */
export function PriceTable({ list, version, items, edits }: Props) {
  const priced = new Set<string>(version.changes.flatMap(({ item, after }) => (after ? [item.itemId] : [])));
  const missing = items.filter(
    ({ id, supplierId }) => !priced.has(id) && (list.audience !== "cost" || supplierId === list.sellerId),
  );
  return (
    <>
      <LineTable
        label={`Prices of version ${version.number}`}
        columns={columnsOf(version, edits, list.currency ?? "")}
        rows={version.changes}
        rowId={({ item }) => item.itemId}
        empty="No item has a price in this version yet."
      />
      {edits && missing.length > 0 && (
        <div className="border-t border-line px-4 py-3">
          <AddPrice versionId={version.id} items={missing} currency={list.currency ?? ""} />
        </div>
      )}
    </>
  );
}

function columnsOf(version: PriceVersionPage, edits: boolean, currency: string): readonly Column<Change>[] {
  const { before } = version;
  const was: Column<Change> = {
    id: "before",
    header: `Version ${before?.number ?? 0}`,
    cell: (row) => row.before && <Was {...row} />,
    align: "end",
  };
  const edit: Column<Change> = {
    id: "edit",
    header: "Edit",
    cell: ({ item, after }) =>
      after && <EditPrice versionId={version.id} item={item} price={after} currency={currency} />,
    align: "end",
  };
  return [
    {
      id: "item",
      header: "Item",
      cell: (row) => <ItemName {...row} marked={before !== null} />,
      wrap: false,
    },
    {
      id: "after",
      header: `Version ${version.number}`,
      cell: ({ after }) => (after ? <PriceText price={after} /> : "–"),
      align: "end",
    },
    ...(before ? [was] : []),
    ...(edits ? [edit] : []),
  ];
}

function ItemName({ item, change, marked }: Change & { marked: boolean }) {
  return (
    <>
      <span className="flex items-center gap-2 font-medium">
        {item.name}
        {marked && <ChangeMark change={change} />}
      </span>
      <span className="block text-xs text-muted">
        <span className="font-mono">{item.sku}</span> · {item.unit}
      </span>
    </>
  );
}

function Was({ before, change }: Change) {
  if (!before) return null;
  return (
    <span className={change === "same" ? "text-muted" : "text-muted line-through"}>
      <PriceText price={before} />
    </span>
  );
}

const marks = {
  added: { tone: "good", word: "new" },
  removed: { tone: "bad", word: "gone" },
  changed: { tone: "warn", word: "changed" },
} as const;

function ChangeMark({ change }: { change: Change["change"] }) {
  if (change === "same") return null;
  const { tone, word } = marks[change];
  return <Badge tone={tone}>{word}</Badge>;
}
