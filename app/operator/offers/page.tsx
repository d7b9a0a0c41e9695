import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { offerColumns, offerFilters, offerSpec } from "@/components/offer/columns";
import { NewOffer } from "@/components/offer/new-offer";
import { OfferPlaces } from "@/components/offer/places";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Offers" };

const base = "/operator/offers";

export default async function OffersPage({ searchParams }: PageProps<"/operator/offers">) {
  const query = await loadListQuery(searchParams, offerSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const { rows, total } = await caller.offer.list(inputOf(query));
  const begin = may(actor, "offer.model") && <NewOffer />;
  return (
    <ListPage
      title="Offers"
      description="What is sold through the network, and what is being made."
      actions={begin}
      above={<OfferPlaces portal="/operator" here="offers" />}
    >
      <DataTable
        label="offers"
        {...{ columns: offerColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        search="name, code or family"
        filters={offerFilters}
        csv="/api/export/offers"
        empty={
          <EmptyState title="No offers yet" action={begin}>
            Begin one, put items of your suppliers into it, and publish it once it was rehearsed and approved.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
