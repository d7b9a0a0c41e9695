import { Decimal, Percent } from "@/components/money/decimal";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { PartyId } from "@/server/core/ids";
import type { OrderItemSeen, OrderSeen } from "@/server/order/read";

type Leg = OrderItemSeen["legs"][number];
type Row = Leg & { readonly item: OrderItemSeen };

/** The prices that were pinned for this order, as far as they are the viewer's to know. */
export function OwnPrices({ order, viewer }: { order: OrderSeen; viewer: PartyId }) {
  const rows: Row[] = order.items.flatMap((item) => item.legs.map((leg) => ({ ...leg, item })));
  if (rows.length === 0) return null;
  const names = new Map<string, string>([
    ...order.parties.map(({ id, name }) => [id, name] as const),
    ...order.items.map(({ supplierId, supplierName }) => [supplierId, supplierName] as const),
    [order.customer.id, order.customer.name],
  ]);
  const nameOf = (id: string | null) => (id === viewer ? "You" : (names.get(id ?? "") ?? "Another party"));
  return (
    <Card
      title="Pinned prices"
      description="Those that are yours to know. Every later charge of this order uses them."
      flush
    >
      <LineTable label="Pinned prices" rows={rows} rowId={({ id }) => id} columns={columnsFor(nameOf)} />
    </Card>
  );
}

function columnsFor(nameOf: (id: string | null) => string): readonly Column<Row>[] {
  return [
    {
      id: "item",
      header: "Item",
      cell: ({ item }) => <span className="font-medium">{item.name}</span>,
    },
    {
      id: "who",
      header: "Who pays whom",
      cell: (leg) =>
        leg.kind === "sale"
          ? `${nameOf(leg.buyerId)} → ${nameOf(leg.sellerId)}`
          : `${nameOf(leg.payerId)} → ${nameOf(leg.payeeId)}`,
    },
    {
      id: "kind",
      header: "Kind",
      cell: ({ kind, shareRate }) =>
        kind === "sale" ? <Badge>Price</Badge> : <Badge>{shareOf(shareRate)}</Badge>,
    },
    {
      id: "price",
      header: "Unit price",
      cell: ({ price, currency }) =>
        price.tiers ? (
          `${price.tiers.length} tiers`
        ) : (
          <Decimal value={price.unitPrice} unit={currency} unitFirst places={2} />
        ),
      align: "end",
    },
    {
      id: "discount",
      header: "Discount",
      cell: ({ discountRate }) => (discountRate > 0n ? <Percent partsPerMillion={discountRate} /> : "–"),
      align: "end",
    },
  ];
}

function shareOf(rate: bigint | null) {
  return (
    <span>
      Share of <Percent partsPerMillion={rate ?? 0n} />
    </span>
  );
}
