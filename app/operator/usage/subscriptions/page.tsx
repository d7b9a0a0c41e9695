import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { measuredColumns, measuredSpec } from "@/components/usage/columns";
import { UsagePlaces } from "@/components/usage/usage-places";

export const metadata = { title: "Usage" };

export default async function MeasuredPage({ searchParams }: PageProps<"/operator/usage/subscriptions">) {
  const query = await loadListQuery(searchParams, measuredSpec);
  const { rows, total } = await (await api()).usage.measured(inputOf(query));
  return (
    <ListPage
      title="Subscriptions"
      trail={[{ label: "Usage", href: "/operator/usage" }]}
      description="What each measured subscription used, row by row."
      above={<UsagePlaces base="/operator" here="subscriptions" />}
    >
      <DataTable
        label="subscriptions"
        {...{ columns: measuredColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/usage/subscriptions/${id}`}
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
