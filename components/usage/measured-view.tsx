import { DetailPage } from "@/components/page/detail-page";
import { Status } from "@/components/status/status";
import { DataTable } from "@/components/table/data-table";
import { LineTable } from "@/components/table/line-table";
import type { ListQuery } from "@/components/table/query";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import type { Page } from "@/server/core/list";
import { type EventSeen, eventColumns, type MeasuredDetail, monthColumns } from "./columns";

type Props = {
  measured: MeasuredDetail;
  events: Page<EventSeen>;
  query: ListQuery;
  base: string;
  /** The list it stands in, where that is not the first page of usage. */
  list: { readonly label: string; readonly href: string } | null;
};

/** What one subscription used: by month, and row by row. Carries no price. */
export function MeasuredView({ measured, events, query, base, list }: Props) {
  const { id, number, customer, offerName, timeZone, months, items } = measured;
  return (
    <DetailPage
      title={customer ?? number}
      trail={[{ label: "Usage", href: `${base}/usage` }, ...(list ? [list] : [])]}
      mark={<Status state={measured.status} />}
      aside={
        <Card title="Facts">
          <Facts
            facts={[
              {
                name: "Subscription",
                value: <TextLink href={`${base}/activation/subscriptions/${id}`}>{number}</TextLink>,
              },
              { name: "Offer", value: offerName },
              { name: "Calendar", value: timeZone },
            ]}
          />
        </Card>
      }
    >
      <Card title="By month" description={`Calendar months of ${timeZone}`} flush>
        <LineTable
          label="Usage by month"
          columns={monthColumns()}
          rows={months}
          rowId={({ month, itemId }) => `${month} ${itemId}`}
          empty="Nothing was measured yet."
        />
      </Card>
      <section aria-label="Rows" className="grid gap-2">
        <h2 className="text-base font-semibold">Rows</h2>
        <DataTable
          label="rows"
          {...{ columns: eventColumns(timeZone), rows: events.rows, total: events.total, query }}
          rowId={({ fileId, rowNumber }) => `${fileId} ${rowNumber}`}
          search="resource"
          filters={[
            {
              name: "item",
              label: "Item",
              options: items.map((item) => ({ value: item.id, label: item.name })),
            },
          ]}
          csv={`/api/export/usage-rows/${id}`}
          empty={<EmptyState title="No usage">Rows come in with the supplier's files.</EmptyState>}
        />
      </section>
    </DetailPage>
  );
}
