import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { AddCustomer } from "@/components/customer/add-customer";
import { customerColumns, customerSpec } from "@/components/customer/columns";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Customers" };

const filters = [{ name: "mine", label: "Whose", options: [{ value: "yes", label: "Only our own" }] }];

export default async function CustomersPage({ searchParams }: PageProps<"/partner/customers">) {
  const query = await loadListQuery(searchParams, customerSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("partner")]);
  const mayAdd = may(actor, "customer.add");
  const [{ rows, total }, choices] = await Promise.all([
    caller.customer.list(inputOf(query)),
    mayAdd ? caller.quote.choices() : null,
  ]);
  const add = mayAdd && <AddCustomer own={choices?.own ?? null} look="primary" />;
  return (
    <ListPage
      title="Customers"
      description="Whom you and the partners below you sell to."
      trail={[{ label: "Quotes", href: "/partner/quotes" }]}
      actions={add}
    >
      <DataTable
        label="customers"
        {...{ columns: customerColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/partner/customers/${id}`}
        search="name, partner or city"
        filters={filters}
        csv="/api/export/customers"
        empty={
          <EmptyState title="No customers yet" action={add}>
            Add the first one; then you can quote for it.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
