import { api } from "@/app/api";
import { offerColumns, offerSpec } from "@/components/offer/columns";
import { OfferPlaces } from "@/components/offer/places";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Offers" };

const base = "/partner/offers";
const inHouse = ["status", "onSale"];
const columns = offerColumns
  .filter(({ id }) => !inHouse.includes(id))
  .map((column) => (column.id === "summary" ? { ...column, hidden: false } : column));

export default async function PartnerOffersPage({ searchParams }: PageProps<"/partner/offers">) {
  const query = await loadListQuery(searchParams, offerSpec);
  const caller = await api();
  const { rows, total } = await caller.offer.sellable(inputOf(query));
  return (
    <ListPage
      title="Offers"
      description="What you may sell, on the routes your agreements open."
      above={<OfferPlaces portal="/partner" here="offers" />}
    >
      <DataTable
        label="offers"
        {...{ columns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        search="name, code or family"
        csv="/api/export/sellable"
        empty={
          <EmptyState title="Nothing to sell yet">
            Offers appear here once your operator has published one and your agreement covers its family.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
