import { api } from "@/app/api";
import { jobColumns } from "@/components/job/columns";
import { ListPage } from "@/components/page/list-page";
import { wordOf } from "@/components/status/tones";
import { DataTable } from "@/components/table/data-table";
import { inputOf, type ListSpec, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Jobs" };

const spec = { sort: "createdAt", dir: "desc", filters: ["state", "function"] } as const satisfies ListSpec;
const states = ["queued", "running", "waiting", "completed", "failed", "cancelled"];

export default async function JobsPage({ searchParams }: PageProps<"/operator/jobs">) {
  const query = await loadListQuery(searchParams, spec);
  const caller = await api();
  const [{ rows, total }, functions] = await Promise.all([
    caller.job.list(inputOf(query)),
    caller.job.functions(),
  ]);
  return (
    <ListPage
      title="Jobs"
      description="What the system does in the background, how far it is, and what failed."
    >
      <DataTable
        label="runs"
        {...{ columns: jobColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/jobs/${id}`}
        search="function, id or error"
        filters={[
          {
            name: "state",
            label: "State",
            options: states.map((value) => ({ value, label: wordOf(value) })),
          },
          {
            name: "function",
            label: "Function",
            options: functions.map((value) => ({ value, label: value })),
          },
        ]}
        empty={
          <EmptyState title="Nothing has run yet">
            A run begins when something happens that a function waits for, such as an accepted quote.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
