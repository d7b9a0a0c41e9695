import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { invoiceColumns } from "@/components/invoice/columns";
import { invoiceFilters, invoiceSpec } from "@/components/invoice/filters";
import { StartBillRun } from "@/components/invoice/start-run";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Invoices" };

export default async function InvoicesPage({ searchParams }: PageProps<"/operator/invoices">) {
  const query = await loadListQuery(searchParams, invoiceSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const [{ rows, total }, choices] = await Promise.all([
    caller.invoice.list(inputOf(query)),
    may(actor, "invoice.run") ? caller.billRun.choices() : [],
  ]);
  return (
    <ListPage
      title="Invoices"
      description="What customers owe the sellers of record; issued and collected here on their behalf."
      actions={
        <>
          <LinkButton href="/operator/invoices/runs">Bill runs</LinkButton>
          {choices.length > 0 && <StartBillRun choices={choices} />}
        </>
      }
    >
      <DataTable
        label="invoices"
        {...{ columns: invoiceColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/invoices/${id}`}
        search="number, customer or seller"
        filters={invoiceFilters}
        csv="/api/export/invoices"
        empty={
          <EmptyState title="No invoices yet">
            A bill run rates what subscriptions owe and issues an invoice for each.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
