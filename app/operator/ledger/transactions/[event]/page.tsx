import { api, found } from "@/app/api";
import { Instant } from "@/components/date/instant";
import { transactionColumns } from "@/components/ledger/columns";
import { DetailPage } from "@/components/page/detail-page";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy";
import { Facts } from "@/components/ui/facts";

export const metadata = { title: "Transaction" };

export default async function TransactionPage({
  params,
}: PageProps<"/operator/ledger/transactions/[event]">) {
  const event = decodeURIComponent((await params).event);
  const booked = await found((await api()).ledger.transaction({ event }));
  return (
    <DetailPage
      title={booked.description}
      trail={[{ label: "Ledger", href: "/operator/ledger" }]}
      aside={
        <Card title="Facts">
          <Facts
            facts={[
              { name: "Booked", value: <Instant at={booked.bookedAt} /> },
              { name: "Event", value: <CopyText text={booked.event} /> },
              { name: "Digest", value: <CopyText text={booked.digest} /> },
            ]}
          />
        </Card>
      }
    >
      <Card title="Entries" description="They add up to nothing." flush>
        <LineTable
          label="Entries"
          columns={transactionColumns}
          rows={booked.entries}
          rowId={({ number }) => String(number)}
        />
      </Card>
    </DetailPage>
  );
}
