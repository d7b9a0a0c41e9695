import { api } from "@/app/api";
import { auditColumns, auditFilters, auditSpec } from "@/components/audit/columns";
import { SealingView } from "@/components/audit/seal-view";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: PageProps<"/operator/audit">) {
  const query = await loadListQuery(searchParams, auditSpec);
  const caller = await api();
  const [{ rows, total }, choices, sealing] = await Promise.all([
    caller.audit.list(inputOf(query)),
    caller.audit.choices(),
    caller.audit.sealing(),
  ]);
  return (
    <ListPage
      title="Audit"
      description="Every change: who made it, for whom, and what was before and after."
      above={<SealingView sealing={sealing} />}
    >
      <DataTable
        label="entries"
        {...{ columns: auditColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/audit/${id}`}
        search="sentence or id"
        filters={auditFilters(choices)}
        csv="/api/export/audit"
        empty={
          <EmptyState title="Nothing has changed yet">
            Every change is noted here with who made it.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
