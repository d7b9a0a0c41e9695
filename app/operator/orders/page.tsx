import { api } from "@/app/api";
import { orderColumns, orderFilters, orderSpec } from "@/components/order/columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Orders" };

export default async function OrdersPage({ searchParams }: PageProps<"/operator/orders">) {
  const query = await loadListQuery(searchParams, orderSpec);
  const { rows, total } = await (await api()).order.list(inputOf(query));
  return (
    <ListPage title="Orders" description="What customers bought, and how far each part of it is delivered.">
      <DataTable
        label="orders"
        {...{ columns: orderColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/orders/${id}`}
        search="number, customer, partner or offer"
        filters={orderFilters}
        csv="/api/export/orders"
        empty={
          <EmptyState title="No orders yet">An order begins as a quote that a customer accepted.</EmptyState>
        }
      />
    </ListPage>
  );
}
