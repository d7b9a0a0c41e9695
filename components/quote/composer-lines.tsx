"use client";

import { Decimal, decimalWords } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { LineTable } from "@/components/table/line-table";
import { NumberInput } from "@/components/ui/input";
import type { Preview } from "@/server/quote/preview";
import type { Offered, Wishes } from "./wishes";
import { chargeWords } from "./words";

type Props = {
  offer: Offered;
  wishes: Wishes;
  change: (some: Partial<Wishes>) => void;
  preview: Preview | null;
};

type Component = Offered["components"][number];

/** How many of each, within what the offer allows, and what it comes to. */
export function ComposerLines({ offer, wishes, change, preview }: Props) {
  const told = (componentId: string) =>
    preview?.lines.find((line) => line.componentId === componentId)?.told ?? null;
  return (
    <LineTable
      label="Lines"
      rows={offer.components}
      rowId={({ componentId }) => componentId}
      columns={[
        {
          id: "name",
          header: "Item",
          cell: (row) => (
            <>
              <span className="font-medium">{row.name}</span>
              <span className="block text-xs text-muted">
                {chargeWords[row.charge]} · {limitsOf(row)}
              </span>
            </>
          ),
          wrap: true,
        },
        {
          id: "quantity",
          header: "Quantity",
          cell: (row) => (
            <span className="flex items-center justify-end gap-2">
              <span className="block w-28">
                <NumberInput
                  aria-label={`Quantity of ${row.name}, in ${row.unit}`}
                  value={wishes.quantities[row.componentId] ?? row.quantityDefault}
                  onChange={(event) =>
                    change({ quantities: { ...wishes.quantities, [row.componentId]: event.target.value } })
                  }
                />
              </span>
              <span className="w-20 text-left text-xs text-muted">{row.unit}</span>
            </span>
          ),
          align: "end",
        },
        {
          id: "list",
          header: "List",
          cell: ({ componentId }) => <Amount amount={told(componentId)?.list} />,
          align: "end",
        },
        {
          id: "amount",
          header: "Customer pays",
          cell: ({ componentId }) => <Amount amount={told(componentId)?.amount} />,
          align: "end",
        },
      ]}
    />
  );
}

function limitsOf({ quantityMin, quantityMax }: Component) {
  if (quantityMax === null) return <>at least {decimalWords(quantityMin)}</>;
  if (quantityMax === quantityMin) return <Decimal value={quantityMin} />;
  return (
    <>
      {decimalWords(quantityMin)} to {decimalWords(quantityMax)}
    </>
  );
}
