import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import type { ListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import type { Page } from "@/server/core/list";
import type { ParkedGroup } from "@/server/usage/input";
import type { ParkedRowSeen } from "@/server/usage/read/parked";
import { parkedRowColumns } from "./columns";
import { reasonWord } from "./words";

type Props = { group: ParkedGroup; rows: Page<ParkedRowSeen>; query: ListQuery; base: string };

/** The rows of one group, each with the file and row it stands in. */
export function ParkedRowsView({ group, rows, query, base }: Props) {
  const { account, service, sku, unit } = group;
  const facts = [account, service, sku, unit].filter((each) => each !== null).join(", ");
  return (
    <ListPage
      title={reasonWord(group.reason)}
      trail={[
        { label: "Usage", href: `${base}/usage` },
        { label: "Parked rows", href: `${base}/usage/parked` },
      ]}
      description={facts}
    >
      <DataTable
        label="parked rows"
        {...{ columns: parkedRowColumns, rows: rows.rows, total: rows.total, query }}
        rowId={({ fileId, rowNumber }) => `${fileId} ${rowNumber}`}
        rowHref={({ fileId }) => `${base}/usage/${fileId}`}
        empty={
          <EmptyState title="None waits any more">These rows have found their place meanwhile.</EmptyState>
        }
      />
    </ListPage>
  );
}
