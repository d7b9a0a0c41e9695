import { api } from "@/app/api";
import { OfferPlaces } from "@/components/offer/places";
import { ListPage } from "@/components/page/list-page";
import { priceColumns, priceFilters, priceSpec } from "@/components/price/columns";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Price lists" };

const base = "/partner/prices";

export default async function PartnerPricesPage({ searchParams }: PageProps<"/partner/prices">) {
  const query = await loadListQuery(searchParams, priceSpec);
  const caller = await api();
  const { rows, total } = await caller.price.list(inputOf(query));
  return (
    <ListPage
      title="Price lists"
      description="What you are asked, and what you ask. Nobody else's."
      above={<OfferPlaces portal="/partner" here="prices" />}
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
          <EmptyState title="No price lists yet">
            Your operator opens the lists of what you pay and what you charge.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
