import { api } from "@/app/api";
import { itemColumns, itemFilters, orderItemSpec } from "@/components/order/item-columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "Orders" };

export default async function OrdersPage({ searchParams }: PageProps<"/supplier/orders">) {
  const query = await loadListQuery(searchParams, orderItemSpec);
  const { rows, total } = await (await api()).order.items(inputOf(query));
  return (
    <ListPage
      title="Orders"
      description="What customers ordered of you, and whether it is delivered."
      actions={<LinkButton href="/supplier/activation">Tasks</LinkButton>}
    >
      <DataTable
        label="items"
        {...{ columns: itemColumns, rows, total, query }}
        rowId={({ id }) => id}
        search="item or SKU"
        filters={itemFilters}
        csv="/api/export/order-items"
        empty={
          <EmptyState title="Nothing was ordered yet">
            What is ordered of you comes as a task, too.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
