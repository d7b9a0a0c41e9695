import { PeriodText } from "@/components/date/period-text";
import { Decimal, Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import type { Column } from "@/components/table/columns";
import type { InvoiceDetail, InvoiceLineSeen } from "@/server/invoice/read/invoice";
import { ExplainLine } from "./explain-line";

export function lineColumns(timeZone: string): readonly Column<InvoiceLineSeen>[] {
  return [
    { id: "position", header: "#", cell: ({ position }) => position, align: "end" },
    {
      id: "description",
      header: "For",
      cell: ({ description, from, to }) => (
        <>
          {description}
          <div className="text-xs text-muted">
            <PeriodText {...{ from, to, timeZone }} />
          </div>
        </>
      ),
    },
    {
      id: "quantity",
      header: "Quantity",
      cell: ({ quantity, unit }) => <Decimal value={quantity} unit={unit} />,
      align: "end",
    },
    { id: "list", header: "List", cell: ({ listAmount }) => <Amount amount={listAmount} />, align: "end" },
    {
      id: "discount",
      header: "Discount",
      cell: ({ discount }) => <Amount amount={discount} />,
      align: "end",
    },
    { id: "net", header: "Net", cell: (line) => <ExplainLine id={line.id} net={line.net} />, align: "end" },
    {
      id: "tax",
      header: "Tax",
      cell: ({ taxCategory, taxRate }) => (
        <span className="whitespace-nowrap">
          {taxCategory} <Percent partsPerMillion={taxRate} />
        </span>
      ),
      align: "end",
    },
  ];
}

const taxNames: Readonly<Record<string, string>> = {
  S: "Standard rate",
  Z: "Zero rated",
  AE: "Reverse charge",
  O: "Outside the scope of tax",
};

type TaxSeen = InvoiceDetail["taxes"][number];

export const taxColumns: readonly Column<TaxSeen>[] = [
  {
    id: "category",
    header: "Category",
    cell: ({ category }) => (
      <>
        {category} <span className="text-muted">{taxNames[category]}</span>
      </>
    ),
  },
  { id: "rate", header: "Rate", cell: ({ rate }) => <Percent partsPerMillion={rate} />, align: "end" },
  { id: "base", header: "On net of", cell: ({ base }) => <Amount amount={base} />, align: "end" },
  { id: "tax", header: "Tax", cell: ({ tax }) => <Amount amount={tax} />, align: "end" },
];
