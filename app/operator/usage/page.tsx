import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { AddSource } from "@/components/usage/add-source";
import { fileColumns, fileFilters, fileSpec } from "@/components/usage/columns";
import { UploadFile } from "@/components/usage/upload-file";
import { UsagePlaces } from "@/components/usage/usage-places";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: PageProps<"/operator/usage">) {
  const query = await loadListQuery(searchParams, fileSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const [{ rows, total }, sources, { rows: suppliers }] = await Promise.all([
    caller.usage.files(inputOf(query)),
    caller.usage.sources(),
    caller.party.list({ sort: "name", size: 200, filters: { kind: ["supplier"] } }),
  ]);
  return (
    <ListPage
      title="Usage"
      description="What suppliers sent of what was used, and what became of each row."
      actions={may(actor, "usage.map") && <AddSource suppliers={suppliers} />}
      above={
        <>
          <UsagePlaces base="/operator" here="files" />
          {may(actor, "usage.import") && sources.length > 0 && (
            <UploadFile sources={sources} base="/operator" />
          )}
        </>
      }
    >
      <DataTable
        label="files"
        {...{ columns: fileColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/usage/${id}`}
        search="file or source"
        filters={fileFilters(sources)}
        csv="/api/export/usage-files"
        empty={
          <EmptyState title="No files yet">
            {sources.length > 0
              ? "Drop a supplier's usage file above; it is read row by row, and nothing of it is lost."
              : "Add a source for the supplier first; then its files can be dropped here."}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
