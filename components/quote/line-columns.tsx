import { Decimal } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import type { Column } from "@/components/table/columns";
import { subtract } from "@/server/core/money/money";
import type { QuoteSeen } from "@/server/quote/read/quote";
import { ExplainLeg } from "./explain-leg";
import { chargeWords } from "./words";

export type LineShown = QuoteSeen["version"]["lines"][number];

/** What the customer is offered, line by line. */
export const offeredColumns: readonly Column<LineShown>[] = [
  { id: "name", header: "Item", cell: ({ name }) => <span className="font-medium">{name}</span>, wrap: true },
  { id: "charge", header: "Charged", cell: ({ charge }) => chargeWords[charge] },
  {
    id: "quantity",
    header: "Quantity",
    cell: ({ quantity, unit }) => <Decimal value={quantity} unit={unit} />,
    align: "end",
  },
  {
    id: "unitPrice",
    header: "Unit price",
    cell: ({ told }) =>
      told?.price.tiers ? "in tiers" : <Decimal value={told?.price.unitPrice} places={2} />,
    align: "end",
  },
  { id: "list", header: "List", cell: ({ told }) => <Amount amount={told?.list} />, align: "end" },
  {
    id: "discount",
    header: "Discount",
    cell: ({ told }) => <Amount amount={told && subtract(told.amount, told.list)} />,
    align: "end",
  },
  {
    id: "amount",
    header: "Customer pays",
    cell: ({ told }) => told && <ExplainLeg legId={told.id} amount={told.amount} />,
    align: "end",
  },
];

/** What each line leaves the one who looks: its own legs, and nothing of anybody else's. */
export const ownColumns: readonly Column<LineShown>[] = [
  { id: "name", header: "Item", cell: ({ name }) => <span className="font-medium">{name}</span>, wrap: true },
  { id: "charge", header: "Charged", cell: ({ charge }) => chargeWords[charge] },
  { id: "bought", header: "You pay", cell: ({ own }) => <Amount amount={own.bought} />, align: "end" },
  { id: "sold", header: "You charge", cell: ({ own }) => <Amount amount={own.sold} />, align: "end" },
  { id: "paid", header: "Share you pay", cell: ({ own }) => <Amount amount={own.paid} />, align: "end" },
  {
    id: "received",
    header: "Share you earn",
    cell: ({ own }) => <Amount amount={own.received} />,
    align: "end",
  },
  {
    id: "support",
    header: "Discount support",
    cell: ({ own }) => <Amount amount={own.support} signed />,
    align: "end",
  },
  {
    id: "margin",
    header: "You keep",
    cell: ({ own }) => <Amount amount={own.margin} toned />,
    align: "end",
  },
];
