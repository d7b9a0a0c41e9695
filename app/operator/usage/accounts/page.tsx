import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { accountColumns, mappingSpec, sourceFilter } from "@/components/usage/columns";
import { MapAccount } from "@/components/usage/map-account";
import { UsagePlaces } from "@/components/usage/usage-places";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Accounts of suppliers" };

export default async function AccountsPage({ searchParams }: PageProps<"/operator/usage/accounts">) {
  const query = await loadListQuery(searchParams, mappingSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const [{ rows, total }, sources] = await Promise.all([
    caller.usage.accounts(inputOf(query)),
    caller.usage.sources(),
  ]);
  return (
    <ListPage
      title="Accounts"
      trail={[{ label: "Usage", href: "/operator/usage" }]}
      description="Which subscription each account of a supplier is."
      actions={
        may(actor, "usage.map") &&
        sources.map(({ id, name }) => (
          <MapAccount key={id} sourceId={id} source={sources.length > 1 ? name : null} />
        ))
      }
      above={<UsagePlaces base="/operator" here="accounts" />}
    >
      <DataTable
        label="accounts"
        {...{ columns: accountColumns, rows, total, query }}
        rowId={({ sourceId, account }) => `${sourceId} ${account}`}
        search="account, subscription or customer"
        filters={[sourceFilter(sources)]}
        empty={
          <EmptyState title="No account is mapped">
            Accounts are mapped where their rows wait, or here before the first file.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
