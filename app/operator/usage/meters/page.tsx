import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { mappingSpec, meterColumns, sourceFilter } from "@/components/usage/columns";
import { UsagePlaces } from "@/components/usage/usage-places";

export const metadata = { title: "Meters of suppliers" };

export default async function MetersPage({ searchParams }: PageProps<"/operator/usage/meters">) {
  const query = await loadListQuery(searchParams, mappingSpec);
  const caller = await api();
  const [{ rows, total }, sources] = await Promise.all([
    caller.usage.meters(inputOf(query)),
    caller.usage.sources(),
  ]);
  return (
    <ListPage
      title="Meters"
      trail={[{ label: "Usage", href: "/operator/usage" }]}
      description="Which meter each service and SKU of a supplier feeds, and by which factor."
      above={<UsagePlaces base="/operator" here="meters" />}
    >
      <DataTable
        label="meters"
        {...{ columns: meterColumns, rows, total, query }}
        rowId={({ sourceId, service, sku, unit }) => [sourceId, service, sku, unit].join(" ")}
        search="service, SKU or meter"
        filters={[sourceFilter(sources)]}
        empty={
          <EmptyState title="No meter is mapped">
            Services and SKUs are mapped where their rows wait.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
