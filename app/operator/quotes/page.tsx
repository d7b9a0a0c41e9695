import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import { quoteColumns } from "@/components/quote/columns";
import { quoteFilters, quoteSpec } from "@/components/quote/filters";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Quotes" };

export default async function QuotesPage({ searchParams }: PageProps<"/operator/quotes">) {
  const query = await loadListQuery(searchParams, quoteSpec);
  const { rows, total } = await (await api()).quote.list(inputOf(query));
  return (
    <ListPage title="Quotes" description="What partners offer to their customers, and how far each offer is.">
      <DataTable
        label="quotes"
        {...{ columns: quoteColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/quotes/${id}`}
        search="number, customer, partner or offer"
        filters={quoteFilters}
        csv="/api/export/quotes"
        empty={
          <EmptyState title="No quotes yet">
            A partner composes a quote for one of its customers; discounts beyond its band come to Approvals.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
