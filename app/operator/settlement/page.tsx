import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import {
  earningsColumns,
  settlementColumns,
  settlementFilters,
  settlementSpec,
} from "@/components/settlement/columns";
import { DataTable } from "@/components/table/data-table";
import { LineTable } from "@/components/table/line-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "Settlement" };

export default async function SettlementPage({ searchParams }: PageProps<"/operator/settlement">) {
  const query = await loadListQuery(searchParams, settlementSpec);
  const caller = await api();
  const [{ rows, total }, earnings] = await Promise.all([
    caller.settlement.list(inputOf(query)),
    caller.settlement.earnings(),
  ]);
  return (
    <ListPage
      title="Settlement"
      description="How every issued line was divided between those who have a part in it, to the cent."
      actions={<LinkButton href="/operator/settlement/rules">Rules</LinkButton>}
      above={
        earnings.length > 0 && (
          <Card title="Who earned what" flush>
            <LineTable
              label="Earnings"
              columns={earningsColumns}
              rows={earnings}
              rowId={({ partyId, accrued }) => `${partyId} ${accrued.currency}`}
            />
          </Card>
        )
      }
    >
      <DataTable
        label="settlement lines"
        {...{ columns: settlementColumns("/operator"), rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/settlement/${id}`}
        search="offer, customer or order"
        filters={settlementFilters}
        csv="/api/export/settlement"
        empty={
          <EmptyState title="Nothing is divided yet">
            A bill run issues invoices; their lines are divided right after.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
