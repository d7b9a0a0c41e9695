import { api } from "@/app/api";
import { approvalColumns, approvalFilters, approvalSpec } from "@/components/approval/columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Approvals" };

export default async function ApprovalsPage({ searchParams }: PageProps<"/operator/approvals">) {
  const query = await loadListQuery(searchParams, approvalSpec);
  const { rows, total } = await (await api()).approval.queue(inputOf(query));
  return (
    <ListPage
      title="Approvals"
      description="What waits for a second person, the longest first, and what was decided."
    >
      <DataTable
        label="requests"
        {...{ columns: approvalColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/approvals/${id}`}
        search="request, person or partner"
        filters={approvalFilters}
        csv="/api/export/approvals"
        empty={
          <EmptyState title="Nothing waits for a decision">
            Discounts beyond a partner's band, offers to publish and payout runs come here.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
