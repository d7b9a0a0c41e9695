import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { billRunColumns } from "@/components/invoice/run-columns";
import { StartBillRun } from "@/components/invoice/start-run";
import { ListPage } from "@/components/page/list-page";
import { wordOf } from "@/components/status/tones";
import { DataTable } from "@/components/table/data-table";
import { inputOf, type ListSpec, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Bill runs" };

const spec = { sort: "requestedAt", dir: "desc", filters: ["status"] } as const satisfies ListSpec;
const statuses = ["requested", "rating", "issued", "failed"];

export default async function BillRunsPage({ searchParams }: PageProps<"/operator/invoices/runs">) {
  const query = await loadListQuery(searchParams, spec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const [{ rows, total }, choices] = await Promise.all([
    caller.billRun.list(inputOf(query)),
    may(actor, "invoice.run") ? caller.billRun.choices() : [],
  ]);
  return (
    <ListPage
      title="Bill runs"
      trail={[{ label: "Invoices", href: "/operator/invoices" }]}
      description="Each charges everything that had ended by its time, once."
      actions={choices.length > 0 && <StartBillRun choices={choices} />}
    >
      <DataTable
        label="bill runs"
        {...{ columns: billRunColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/invoices/runs/${id}`}
        search="number"
        filters={[
          {
            name: "status",
            label: "Status",
            options: statuses.map((value) => ({ value, label: wordOf(value) })),
          },
        ]}
        empty={
          <EmptyState title="No bill runs yet">
            Start one: it says what it will charge before it does.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
