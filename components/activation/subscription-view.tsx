import { Instant } from "@/components/date/instant";
import { DetailPage } from "@/components/page/detail-page";
import { Status } from "@/components/status/status";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { SubscriptionDetail } from "@/server/activation/read/subscription";
import { itemColumns } from "./columns";

export function SubscriptionView({ running, base }: { running: SubscriptionDetail; base: string }) {
  const { timeZone } = running;
  return (
    <DetailPage
      title={running.number}
      trail={[
        { label: "Activation", href: `${base}/activation` },
        { label: "Subscriptions", href: `${base}/activation/subscriptions` },
      ]}
      mark={<Status state={running.status} />}
      actions={<LinkButton href={`${base}/usage/subscriptions/${running.id}`}>Usage</LinkButton>}
      aside={
        <Card title="Facts">
          <Facts
            facts={[
              { name: "Offer", value: running.offerName },
              { name: "Customer", value: running.customerName },
              { name: "Sold by", value: running.partnerName },
              {
                name: "Order",
                value: <TextLink href={`${base}/orders/${running.orderId}`}>{running.orderNumber}</TextLink>,
              },
              {
                name: "Charged from",
                value: running.billableFrom && (
                  <Instant at={running.billableFrom} timeZone={timeZone} show="day" />
                ),
              },
              {
                name: "Term ends",
                value: running.termEndsAt && (
                  <Instant at={running.termEndsAt} timeZone={timeZone} show="day" />
                ),
              },
              { name: "Calendar", value: timeZone },
              { name: "Currency", value: running.currency },
            ]}
          />
        </Card>
      }
    >
      <Card title="What runs" flush>
        <LineTable
          label="Items"
          columns={itemColumns(timeZone)}
          rows={running.items}
          rowId={({ id }) => id}
          empty="Nothing is delivered yet: its tasks are still at work."
        />
      </Card>
    </DetailPage>
  );
}
