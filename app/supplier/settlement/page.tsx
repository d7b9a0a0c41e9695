import { api } from "@/app/api";
import { Amount } from "@/components/money/money";
import { Figures } from "@/components/page/figures";
import { ListPage } from "@/components/page/list-page";
import { settlementColumns, settlementFilters, settlementSpec } from "@/components/settlement/columns";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Settlement" };

export default async function SettlementPage({ searchParams }: PageProps<"/supplier/settlement">) {
  const query = await loadListQuery(searchParams, settlementSpec);
  const caller = await api();
  const [{ rows, total }, earnings] = await Promise.all([
    caller.settlement.list(inputOf(query)),
    caller.settlement.earnings(),
  ]);
  const own = earnings.filter(({ isOwn }) => isOwn);
  return (
    <ListPage
      title="Settlement"
      description="What you are owed for what was sold of yours."
      above={own.map(({ accrued, released, paid }) => (
        <Figures
          key={accrued.currency}
          figures={[
            { name: "Earned", value: <Amount amount={accrued} size="lg" /> },
            {
              name: "Became due",
              value: <Amount amount={released} size="lg" />,
              detail: "as invoices were paid",
            },
            { name: "Paid out", value: <Amount amount={paid} size="lg" /> },
          ]}
        />
      ))}
    >
      <DataTable
        label="settlement lines"
        {...{ columns: settlementColumns("/supplier"), rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/supplier/settlement/${id}`}
        search="what it was for"
        filters={settlementFilters}
        csv="/api/export/settlement"
        empty={
          <EmptyState title="Nothing is earned yet">
            Each line of an issued invoice is divided on the day it is issued.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
