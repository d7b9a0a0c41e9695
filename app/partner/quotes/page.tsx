import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { ListPage } from "@/components/page/list-page";
import { quoteColumns } from "@/components/quote/columns";
import { quoteFilters, quoteSpec } from "@/components/quote/filters";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Quotes" };

export default async function QuotesPage({ searchParams }: PageProps<"/partner/quotes">) {
  const query = await loadListQuery(searchParams, quoteSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("partner")]);
  const { rows, total } = await caller.quote.list(inputOf(query));
  const compose = may(actor, "quote.compose") && (
    <LinkButton href="/partner/quotes/new" look="primary">
      New quote
    </LinkButton>
  );
  return (
    <ListPage
      title="Quotes"
      description="What you and the partners below you offer to customers, and how far each offer is."
      actions={
        <>
          <LinkButton href="/partner/customers">Customers</LinkButton>
          {compose}
        </>
      }
    >
      <DataTable
        label="quotes"
        {...{ columns: quoteColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/partner/quotes/${id}`}
        search="number, customer, partner or offer"
        filters={quoteFilters}
        csv="/api/export/quotes"
        empty={
          <EmptyState title="No quotes yet" action={compose}>
            Choose a customer and an offer; you see what you keep while you compose.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
