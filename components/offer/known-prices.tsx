import { PriceText } from "@/components/price/price-text";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { PartyId } from "@/server/core/ids";
import type { KnownPrice, VersionPage } from "@/server/offer/detail";

type Part = VersionPage["components"][number];
type Props = {
  prices: readonly KnownPrice[];
  components: readonly Part[];
  /** Whose prices they are. */
  own: PartyId;
  portal: string;
};

/** What the reader pays and charges for each component at this moment, a column a list. */
export function KnownPrices({ prices, components, own, portal }: Props) {
  const lists = [...new Map(prices.map((price) => [price.listId, price])).values()];
  const columns: Column<Part>[] = [
    {
      id: "name",
      header: "Component",
      cell: ({ name, unit }) => (
        <>
          {name} <span className="text-xs text-muted">per {unit}</span>
        </>
      ),
    },
    ...lists.map(
      (list): Column<Part> => ({
        id: list.listId,
        header: `${sideOf(list, own)}, ${list.currency}`,
        cell: ({ itemId }) => {
          const known = prices.find((price) => price.itemId === itemId && price.listId === list.listId);
          return known ? <PriceText price={known.price} /> : "–";
        },
        align: "end",
      }),
    ),
  ];
  return (
    <Card
      title="Your prices"
      description="In force at this moment. What others on the way pay and charge is theirs to know."
      actions={lists.map(({ listId, listName }) => (
        <TextLink key={listId} href={`${portal}/prices/${listId}`}>
          {listName}
        </TextLink>
      ))}
      flush
    >
      <LineTable
        label="Your prices"
        columns={columns}
        rows={components}
        rowId={({ componentId }) => componentId}
      />
    </Card>
  );
}

/** Who pays a list's prices, as its reader would say it. */
function sideOf({ audience, sellerId, readerName }: KnownPrice, own: PartyId): string {
  if (audience === "retail") return readerName ? `Customers of ${readerName} pay` : "Customers pay";
  return sellerId === own ? `${readerName ?? "Partners"} pays` : "You pay";
}
