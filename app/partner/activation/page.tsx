import { api } from "@/app/api";
import { taskColumns, taskFilters, taskSpec } from "@/components/activation/columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "Activation" };

export default async function ActivationPage({ searchParams }: PageProps<"/partner/activation">) {
  const query = await loadListQuery(searchParams, taskSpec);
  const { rows, total } = await (await api()).task.list(inputOf(query));
  return (
    <ListPage
      title="Activation"
      description="How far the work on your customers' orders is."
      actions={<LinkButton href="/partner/activation/subscriptions">Subscriptions</LinkButton>}
    >
      <DataTable
        label="tasks"
        {...{ columns: taskColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/partner/activation/${id}`}
        search="task, order or item"
        filters={taskFilters}
        csv="/api/export/tasks"
        empty={<EmptyState title="No tasks">An order brings the tasks that activate it.</EmptyState>}
      />
    </ListPage>
  );
}
