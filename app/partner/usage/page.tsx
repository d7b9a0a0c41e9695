import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { measuredColumns, measuredSpec } from "@/components/usage/columns";

export const metadata = { title: "Usage" };

export default async function MeasuredPage({ searchParams }: PageProps<"/partner/usage">) {
  const query = await loadListQuery(searchParams, measuredSpec);
  const { rows, total } = await (await api()).usage.measured(inputOf(query));
  return (
    <ListPage
      title="Usage"
      description="What your customers used, row by row; it is charged at the end of each month."
    >
      <DataTable
        label="subscriptions"
        {...{ columns: measuredColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/partner/usage/subscriptions/${id}`}
        search="customer or number"
        empty={
          <EmptyState title="Nothing is measured">
            A subscription with an item that is charged by usage appears here once it runs.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
