import { api } from "@/app/api";
import { invoiceColumns } from "@/components/invoice/columns";
import { invoiceFilters, invoiceSpec } from "@/components/invoice/filters";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Invoices" };

export default async function InvoicesPage({ searchParams }: PageProps<"/partner/invoices">) {
  const query = await loadListQuery(searchParams, invoiceSpec);
  const { rows, total } = await (await api()).invoice.list(inputOf(query));
  return (
    <ListPage
      title="Invoices"
      description="What your customers owe you, and what the customers you sold to on commission owe their seller."
    >
      <DataTable
        label="invoices"
        {...{ columns: invoiceColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/partner/invoices/${id}`}
        search="number, customer or seller"
        filters={invoiceFilters}
        csv="/api/export/invoices"
        empty={
          <EmptyState title="No invoices yet">
            An invoice is issued for each active subscription, at the end of its month.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
