import { Instant } from "@/components/date/instant";
import { orderColumns } from "@/components/order/columns";
import { DetailPage } from "@/components/page/detail-page";
import { quoteColumns } from "@/components/quote/columns";
import { Status } from "@/components/status/status";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { OrderListed } from "@/server/order/read";
import type { CustomerSeen } from "@/server/quote/read/customer";
import type { QuoteListed } from "@/server/quote/read/list";

type Props = {
  customer: CustomerSeen;
  quotes: readonly QuoteListed[];
  orders: readonly OrderListed[];
  mayCompose: boolean;
};

const quoteShown = ["offer", "status", "once", "monthly", "validUntil"];
const orderShown = ["offer", "status", "done", "placedAt"];

/** One customer: who it is, what it was offered and what it bought. */
export function CustomerView({ customer, quotes, orders, mayCompose }: Props) {
  const { id, name, partnerName, status, city, country } = customer;
  return (
    <DetailPage
      title={name}
      trail={[{ label: "Customers", href: "/partner/customers" }]}
      mark={<Status state={status} />}
      description={`${city}, ${country} · customer of ${partnerName}`}
      actions={
        mayCompose && (
          <LinkButton href={`/partner/quotes/new?customer=${id}`} look="primary">
            New quote
          </LinkButton>
        )
      }
      aside={<Who customer={customer} />}
    >
      <Card title="Quotes" flush>
        <LineTable
          label="Quotes"
          columns={[
            {
              id: "number",
              header: "Quote",
              cell: (row) => <TextLink href={`/partner/quotes/${row.id}`}>{row.number}</TextLink>,
            },
            ...quoteColumns.filter((column) => quoteShown.includes(column.id)),
          ]}
          rows={quotes}
          rowId={(row) => row.id}
          empty="Nothing was offered yet."
        />
      </Card>
      <Card title="Orders" flush>
        <LineTable
          label="Orders"
          columns={[
            {
              id: "number",
              header: "Order",
              cell: (row) => <TextLink href={`/partner/orders/${row.id}`}>{row.number}</TextLink>,
            },
            ...orderColumns.filter((column) => orderShown.includes(column.id)),
          ]}
          rows={orders}
          rowId={(row) => row.id}
          empty="Nothing was ordered yet."
        />
      </Card>
    </DetailPage>
  );
}

function Who({ customer }: Pick<Props, "customer">) {
  const { city, country, timeZone } = customer;
  return (
    <Card title="Facts">
      <Facts
        facts={[
          { name: "Legal name", value: customer.legalName },
          { name: "Tax number", value: customer.taxId },
          { name: "Address", value: `${customer.street}, ${customer.postcode} ${city}, ${country}` },
          { name: "E-mail", value: customer.email },
          { name: "Currency", value: customer.currency },
          { name: "Time zone", value: timeZone },
          { name: "Since", value: <Instant at={customer.createdAt} timeZone={timeZone} show="day" /> },
        ]}
      />
    </Card>
  );
}
