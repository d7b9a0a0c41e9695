import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { OfferPlaces } from "@/components/offer/places";
import { ListPage } from "@/components/page/list-page";
import { kindWord } from "@/components/party/words";
import { priceColumns, priceFilters, priceSpec } from "@/components/price/columns";
import { OpenList } from "@/components/price/open-list";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Price lists" };

const base = "/operator/prices";
const supplies = ["supplier", "contractor", "operator"];
const sells = ["operator", "distributor", "reseller", "sub_reseller", "agent"];

export default async function PricesPage({ searchParams }: PageProps<"/operator/prices">) {
  const query = await loadListQuery(searchParams, priceSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const [{ rows, total }, parties] = await Promise.all([
    caller.price.list(inputOf(query)),
    may(actor, "price.change") ? caller.party.choices() : null,
  ]);
  const among = (kinds: readonly string[]) =>
    (parties ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, name, kind }) => ({ value: id, label: name, hint: kindWord(kind) }));
  const open = parties && <OpenList suppliers={among(supplies)} sellers={among(sells)} />;
  return (
    <ListPage
      title="Price lists"
      description="What each seller asks of each buyer, in versions. Deals pin the version they were quoted with."
      actions={open}
      above={<OfferPlaces portal="/operator" here="prices" />}
    >
      <DataTable
        label="price lists"
        {...{ columns: priceColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        search="list, seller or buyer"
        filters={priceFilters}
        csv="/api/export/price-lists"
        empty={
          <EmptyState title="No price lists yet" action={open}>
            A route needs the suppliers' costs, a wholesale list an edge where title passes, and a retail
            list.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
