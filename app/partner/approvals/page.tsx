import { api } from "@/app/api";
import { approvalColumns, approvalFilters, approvalSpec } from "@/components/approval/columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Approvals" };

export default async function ApprovalsPage({ searchParams }: PageProps<"/partner/approvals">) {
  const query = await loadListQuery(searchParams, approvalSpec);
  const { rows, total } = await (await api()).approval.queue(inputOf(query));
  return (
    <ListPage title="Approvals" description="What you asked the operator for, and what it said.">
      <DataTable
        label="requests"
        {...{ columns: approvalColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ facts }) => `/partner/quotes/${facts["quoteId"]}`}
        search="request, person or partner"
        filters={approvalFilters}
        csv="/api/export/approvals"
        empty={
          <EmptyState title="You asked for nothing yet">
            A discount beyond your band goes to the operator with your reason; you follow it here.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
