import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { itemColumns, itemFilters, itemSpec } from "@/components/offer/columns";
import { EditItem } from "@/components/offer/edit-item";
import { NewItem } from "@/components/offer/new-item";
import { NewMeter, NewProduct } from "@/components/offer/new-product";
import { OfferPlaces } from "@/components/offer/places";
import { ListPage } from "@/components/page/list-page";
import type { Column } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/server/access/permissions";
import type { ItemListed } from "@/server/offer/list";

export const metadata = { title: "Products and items" };

const edit: Column<ItemListed> = {
  id: "edit",
  header: "Change",
  cell: (item) => <EditItem item={item} />,
  align: "end",
};

export default async function ProductsPage({ searchParams }: PageProps<"/operator/offers/products">) {
  const query = await loadListQuery(searchParams, itemSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const models = may(actor, "offer.model");
  const [{ rows, total }, choices] = await Promise.all([
    caller.offer.items(inputOf(query)),
    models ? caller.offer.choices() : null,
  ]);
  return (
    <ListPage
      title="Products and items"
      description="What suppliers deliver, and every part of it that can be charged for."
      above={<OfferPlaces portal="/operator" here="products" />}
      actions={
        choices && (
          <>
            <NewMeter />
            <NewProduct suppliers={choices.suppliers.map(({ id, name }) => ({ value: id, label: name }))} />
            <NewItem
              products={choices.products.map(({ id, name, supplierName }) => ({
                ...{ value: id, label: name, hint: supplierName },
              }))}
              meters={choices.meters.map(({ id, name, unit }) => ({ value: id, label: name, hint: unit }))}
            />
          </>
        )
      }
    >
      <DataTable
        label="items"
        columns={models ? [...itemColumns, edit] : itemColumns}
        {...{ rows, total, query }}
        rowId={({ id }) => id}
        search="name, SKU, product or supplier"
        filters={itemFilters}
        csv="/api/export/items"
        empty={
          <EmptyState title="No items yet">
            Add a product of a supplier, then the items of it that are charged for.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
