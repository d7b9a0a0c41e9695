import { Instant } from "@/components/date/instant";
import { PeriodText } from "@/components/date/period-text";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { Figures } from "@/components/page/figures";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { InvoiceDetail } from "@/server/invoice/read/invoice";
import { InvoiceStatus } from "./columns";
import { lineColumns, taxColumns } from "./line-columns";
import { RecordPayment } from "./record-payment";

type Props = {
  invoice: InvoiceDetail;
  /** The portal: `/operator` or `/partner`. */
  base: string;
  mayPay: boolean;
};

/** One invoice: what it is for, what it comes to, what was paid of it, and whom it is between. */
export function InvoiceView({ invoice, base, mayPay }: Props) {
  const { id, number, open, timeZone, lines, taxes } = invoice;
  const pays =
    mayPay && (invoice.status === "issued" || invoice.status === "partially_paid") && open.minor > 0n;
  return (
    <DetailPage
      title={number ?? ""}
      trail={[{ label: "Invoices", href: `${base}/invoices` }]}
      mark={<InvoiceStatus {...invoice} />}
      description={`${invoice.seller.legalName} to ${invoice.customer.legalName}`}
      actions={
        <>
          <LinkButton href={`/api/invoice/${id}/pdf`}>PDF</LinkButton>
          {pays && <Pay invoice={invoice} />}
        </>
      }
      above={<Sums {...invoice} />}
      aside={<Aside invoice={invoice} base={base} />}
    >
      <Card title="Lines" description="Press a net amount to see how it came about." flush>
        <LineTable
          label="Lines"
          columns={lineColumns(timeZone)}
          rows={lines}
          rowId={(line) => line.id}
          foot={{ description: "Sum", net: <Amount amount={invoice.net} /> }}
        />
      </Card>
      <Card title="Tax" description="Of each category's net, rounded once." flush>
        <LineTable
          label="Tax"
          columns={taxColumns}
          rows={taxes}
          rowId={({ category, rate }) => `${category} ${rate}`}
        />
      </Card>
      <Card title="Payments" flush>
        <LineTable
          label="Payments"
          columns={paymentColumns}
          rows={invoice.payments}
          rowId={(payment) => payment.id}
          empty="Nothing was paid yet. What partners and suppliers earned of it is released by its payment."
        />
      </Card>
    </DetailPage>
  );
}

function Sums({ net, tax, gross, open, dueAt, timeZone }: InvoiceDetail) {
  return (
    <Figures
      figures={[
        { name: "Net", value: <Amount amount={net} size="lg" /> },
        { name: "Tax", value: <Amount amount={tax} size="lg" /> },
        { name: "Gross", value: <Amount amount={gross} size="lg" /> },
        {
          name: "Open",
          value: <Amount amount={open} size="lg" />,
          detail: open.minor > 0n && (
            <>
              due <Instant at={dueAt} timeZone={timeZone} show="day" />
            </>
          ),
        },
      ]}
    />
  );
}

/** Two pages that show the invoice at the same state share the key, so that sending both is paying once. */
function Pay({ invoice }: { invoice: InvoiceDetail }) {
  const { id, number, customer, open, payments, today } = invoice;
  const requestKey = `${id}/${payments.length}`;
  return (
    <RecordPayment {...{ id, open, today, requestKey }} number={number ?? ""} customer={customer.legalName} />
  );
}

function Aside({ invoice, base }: { invoice: InvoiceDetail; base: string }) {
  const { billRunNumber, orderNumber, subscriptionNumber, from, to, timeZone } = invoice;
  return (
    <>
      <Card title="Facts">
        <Facts
          facts={[
            { name: "Issued", value: <Instant at={invoice.issuedAt} timeZone={timeZone} show="day" /> },
            { name: "Due", value: <Instant at={invoice.dueAt} timeZone={timeZone} show="day" /> },
            { name: "Period", value: <PeriodText {...{ from, to, timeZone }} /> },
            { name: "Offer", value: invoice.offerName },
            { name: "Subscription", value: subscriptionNumber },
            {
              name: "Order",
              value: orderNumber && (
                <TextLink href={`${base}/orders/${invoice.orderId}`}>{orderNumber}</TextLink>
              ),
            },
            {
              name: "Bill run",
              value: billRunNumber && (
                <TextLink href={`${base}/invoices/runs/${invoice.billRunId}`}>{billRunNumber}</TextLink>
              ),
            },
          ]}
        />
      </Card>
      <Party title="Seller" party={invoice.seller} />
      <Party title="Customer" party={invoice.customer} />
    </>
  );
}

function Party({ title, party }: { title: string; party: InvoiceDetail["seller"] }) {
  const { legalName, street, postcode, city, country, taxId } = party;
  return (
    <Card title={title}>
      <address className="not-italic">
        <p className="font-medium">{legalName}</p>
        <p>{street}</p>
        <p>
          {postcode} {city}, {country}
        </p>
        {taxId && <p className="mt-1 text-sm text-muted">Tax id {taxId}</p>}
      </address>
    </Card>
  );
}

type PaymentSeen = InvoiceDetail["payments"][number];

const paymentColumns: readonly Column<PaymentSeen>[] = [
  { id: "receivedAt", header: "Received", cell: ({ receivedAt }) => <Instant at={receivedAt} show="day" /> },
  { id: "reference", header: "Bank reference", cell: ({ reference }) => reference },
  { id: "by", header: "Recorded by", cell: ({ recordedByName }) => recordedByName },
  { id: "amount", header: "Amount", cell: ({ amount }) => <Amount amount={amount} />, align: "end" },
];
