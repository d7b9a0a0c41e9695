import { api } from "@/app/api";
import { exceptionColumns, exceptionFilters, exceptionSpec } from "@/components/activation/columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Exceptions" };

export default async function ExceptionsPage({ searchParams }: PageProps<"/operator/activation/exceptions">) {
  const query = await loadListQuery(searchParams, exceptionSpec);
  const { rows, total } = await (await api()).task.exceptions(inputOf(query));
  return (
    <ListPage
      title="Exceptions"
      trail={[{ label: "Activation", href: "/operator/activation" }]}
      description="Tasks that cannot go on by themselves. Mend the cause, then retry from the task."
    >
      <DataTable
        label="exceptions"
        {...{ columns: exceptionColumns, rows, total, query }}
        rowId={({ taskId, number }) => `${taskId} ${number}`}
        rowHref={({ taskId }) => `/operator/activation/${taskId}`}
        filters={exceptionFilters}
        empty={<EmptyState title="Nothing is stuck">Every task goes on by itself.</EmptyState>}
      />
    </ListPage>
  );
}
