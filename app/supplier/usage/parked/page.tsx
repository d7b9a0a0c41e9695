import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { parkedSpec, sourceFilter } from "@/components/usage/columns";
import { parkedColumns } from "@/components/usage/parked-columns";
import { UsagePlaces } from "@/components/usage/usage-places";
import { reasonOptions } from "@/components/usage/words";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Parked rows" };

export default async function ParkedPage({ searchParams }: PageProps<"/supplier/usage/parked">) {
  const query = await loadListQuery(searchParams, parkedSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("supplier")]);
  const [{ rows, total }, sources] = await Promise.all([
    caller.usage.parked(inputOf(query)),
    caller.usage.sources(),
  ]);
  return (
    <ListPage
      title="Parked rows"
      trail={[{ label: "Usage", href: "/supplier/usage" }]}
      description="Sound rows of yours that have no place yet, by what they wait for. The operator finds it."
      above={<UsagePlaces base="/supplier" here="parked" />}
    >
      <DataTable
        label="causes"
        {...{ columns: parkedColumns("/supplier", may(actor, "usage.map")), rows, total, query }}
        rowId={({ sourceId, reason, account, service, sku, unit }) =>
          [sourceId, reason, account, service, sku, unit].join(" ")
        }
        search="account, service or SKU"
        filters={[{ name: "reason", label: "Cause", options: reasonOptions }, sourceFilter(sources)]}
        csv="/api/export/usage-parked"
        empty={<EmptyState title="Nothing waits">Every sound row has found its place.</EmptyState>}
      />
    </ListPage>
  );
}
