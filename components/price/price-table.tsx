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
  const columns: Column<Change>[] = [
    {
      id: "item",
      header: "Item",
      cell: ({ item }) => (
        <>
          <span className="block font-medium">{item.name}</span>
          <span className="block text-xs text-muted">
            <span className="font-mono">{item.sku}</span> · {item.unit}
          </span>
        </>
      ),
      wrap: false,
    },
    { id: "change", header: "Change", cell: ({ change }) => <ChangeMark change={change} /> },
  ];
  if (version.before) {
    columns.push({
      id: "before",
      header: `Version ${version.before.number}`,
      cell: ({ before, change }) =>
        before && (
          <span className={change === "changed" ? "text-muted line-through" : "text-muted"}>
            <PriceText price={before} />
          </span>
        ),
      align: "end",
    });
  } else columns.pop();
  columns.push({
    id: "after",
    header: `Version ${version.number}`,
    cell: ({ after }) => (after ? <PriceText price={after} /> : "–"),
    align: "end",
  });
  if (edits) {
    columns.push({
      id: "edit",
      header: "",
      cell: ({ item, after }) =>
        after && <EditPrice versionId={version.id} item={item} price={after} currency={currency} />,
      align: "end",
    });
  }
  return columns;
}

const marks = {
  added: { tone: "good", word: "new" },
  removed: { tone: "bad", word: "gone" },
  changed: { tone: "warn", word: "changed" },
} as const;

function ChangeMark({ change }: { change: Change["change"] }) {
  if (change === "same") return <span className="text-muted">same</span>;
  const { tone, word } = marks[change];
  return <Badge tone={tone}>{word}</Badge>;
}
