import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import { partyColumns, partyFilters, partySpec } from "@/components/party/columns";
import { PartyViews } from "@/components/party/list-switch";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Sub-partners" };

const base = "/partner/partners";

export default async function SubPartnersPage({ searchParams }: PageProps<"/partner/partners">) {
  const query = await loadListQuery(searchParams, partySpec);
  const caller = await api();
  const { rows, total } = await caller.party.list(inputOf(query));
  return (
    <ListPage
      title="Sub-partners"
      description="Who sells through you. Their prices and shares with others stay their own."
      above={<PartyViews base={base} here="list" />}
    >
      <DataTable
        label="sub-partners"
        {...{ columns: partyColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        search="name"
        filters={partyFilters}
        csv="/api/export/partners"
        empty={
          <EmptyState title="Nobody sells through you yet">
            Your operator adds sub-partners and signs what you agreed with them.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
