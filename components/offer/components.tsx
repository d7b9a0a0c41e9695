import { Decimal } from "@/components/money/decimal";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import type { VersionPage } from "@/server/offer/detail";
import type { ItemListed } from "@/server/offer/list";
import { AddComponent } from "./add-component";
import { recipeText } from "./columns";
import { EditComponent } from "./edit-component";
import { chargeWord } from "./words";

type Part = VersionPage["components"][number];
type Props = { version: VersionPage; items: readonly ItemListed[]; isDraft: boolean };

/** What is in a version. A draft can be changed here, line by line. */
export function Components({ version, items, isDraft }: Props) {
  const inside = new Set<string>(version.components.map(({ itemId }) => itemId));
  const free = items.filter(({ id }) => !inside.has(id));
  return (
    <Card
      title="Components"
      description="Each keeps its supplier, its tax and its way of being delivered; the customer sees one offer."
      actions={isDraft && <AddComponent versionId={version.versionId} items={free} />}
      flush
    >
      <LineTable
        label="Components"
        columns={isDraft ? [...columns, edit] : columns}
        rows={version.components}
        rowId={({ componentId }) => componentId}
        under={({ recipe, taxClass }) => (
          <span className="text-xs">
            {[recipeText(recipe) ?? "No recipe", taxClass ? `tax ${taxClass}` : "no tax class"].join(" · ")}
          </span>
        )}
        empty="Nothing is in it yet. Add the first item."
      />
    </Card>
  );
}

const columns: readonly Column<Part>[] = [
  {
    id: "name",
    header: "Component",
    cell: ({ name, sku }) => (
      <>
        <span className="font-medium">{name}</span>{" "}
        <span className="font-mono text-xs text-muted">{sku}</span>
      </>
    ),
  },
  { id: "supplier", header: "Supplier", cell: ({ supplierName }) => supplierName },
  { id: "charge", header: "Charged", cell: ({ charge }) => chargeWord(charge), wrap: false },
  {
    id: "usual",
    header: "Usual",
    cell: ({ quantityDefault, unit }) => <Decimal value={quantityDefault} unit={unit} />,
    align: "end",
  },
  { id: "least", header: "Least", cell: ({ quantityMin }) => <Decimal value={quantityMin} />, align: "end" },
  {
    id: "most",
    header: "Most",
    cell: ({ quantityMax }) => (quantityMax === null ? "no limit" : <Decimal value={quantityMax} />),
    align: "end",
  },
];

const edit: Column<Part> = {
  id: "edit",
  header: "Edit",
  cell: (part) => <EditComponent part={part} />,
  align: "end",
};
