import { api } from "@/app/api";
import { subscriptionColumns, subscriptionFilters, subscriptionSpec } from "@/components/activation/columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Subscriptions" };

export default async function SubscriptionsPage({
  searchParams,
}: PageProps<"/partner/activation/subscriptions">) {
  const query = await loadListQuery(searchParams, subscriptionSpec);
  const { rows, total } = await (await api()).subscription.list(inputOf(query));
  return (
    <ListPage
      title="Subscriptions"
      trail={[{ label: "Activation", href: "/partner/activation" }]}
      description="What customers have running, and since when it is charged."
    >
      <DataTable
        label="subscriptions"
        {...{ columns: subscriptionColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/partner/activation/subscriptions/${id}`}
        search="number, order, customer or offer"
        filters={subscriptionFilters}
        csv="/api/export/subscriptions"
        empty={
          <EmptyState title="Nothing runs yet">An order opens a subscription as it is planned.</EmptyState>
        }
      />
    </ListPage>
  );
}
