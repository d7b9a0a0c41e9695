import { Instant } from "@/components/date/instant";
import { Decimal } from "@/components/money/decimal";
import { DetailPage } from "@/components/page/detail-page";
import { chargeWords } from "@/components/quote/words";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { type Step, Stepper } from "@/components/ui/stepper";
import { TextLink } from "@/components/ui/text-link";
import { type Moment, Timeline } from "@/components/ui/timeline";
import type { PartyId } from "@/server/core/ids";
import type { OrderItemSeen, OrderSeen } from "@/server/order/read";
import { ChainStrip } from "./chain-strip";
import { OwnPrices } from "./own-prices";

type Props = {
  order: OrderSeen;
  /** The portal: `/operator` or `/partner`. */
  base: string;
  viewer: PartyId;
};

/** One order: what was bought, how far each part of it is, and the way it was sold. */
export function OrderView({ order, base, viewer }: Props) {
  const { timeZone, customer, partner } = order;
  return (
    <DetailPage
      title={order.number}
      trail={[{ label: "Orders", href: `${base}/orders` }]}
      mark={<Status state={order.status} />}
      description={`${order.offerName} for ${customer.name}, sold by ${partner.name}`}
      actions={<LinkButton href={`${base}/activation?q=${order.number}`}>Tasks</LinkButton>}
      above={<Stepper label="Way of this order" steps={stepsOf(order)} />}
      aside={<Aside order={order} base={base} />}
    >
      <Card title="Items" flush>
        <LineTable label="Items" columns={itemColumns(timeZone)} rows={order.items} rowId={({ id }) => id} />
      </Card>
      <OwnPrices order={order} viewer={viewer} />
      <Card
        title="The way it was sold"
        description="As it stood when the quote was made; later changes never rewrite it."
      >
        <ChainStrip order={order} />
      </Card>
    </DetailPage>
  );
}

function itemColumns(timeZone: string): readonly Column<OrderItemSeen>[] {
  return [
    {
      id: "name",
      header: "Item",
      cell: ({ name }) => <span className="font-medium">{name}</span>,
      wrap: true,
    },
    { id: "supplier", header: "Supplier", cell: ({ supplierName }) => supplierName },
    { id: "charge", header: "Charged", cell: ({ charge }) => chargeWords[charge] },
    {
      id: "quantity",
      header: "Quantity",
      cell: ({ quantity, unit }) => <Decimal value={quantity} unit={unit} />,
      align: "end",
    },
    { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
    {
      id: "completedAt",
      header: "Completed",
      cell: ({ completedAt }) => <Instant at={completedAt} timeZone={timeZone} />,
    },
  ];
}

function stepsOf({ status, placedAt, completedAt, items, timeZone }: OrderSeen): readonly Step[] {
  const done = items.filter((item) => item.status === "completed").length;
  const isOver =
    status === "completed" || status === "partial" || status === "failed" || status === "cancelled";
  const works = status !== "acknowledged";
  const ends = { partial: "Completed in part", failed: "Failed", cancelled: "Cancelled" } as const;
  return [
    { label: "Placed", state: "done", detail: <Instant at={placedAt} timeZone={timeZone} /> },
    {
      label: "In progress",
      state: isOver ? "done" : works ? "current" : "ahead",
      detail: works && !isOver ? `${done} of ${items.length} done` : undefined,
    },
    {
      label: ends[status as keyof typeof ends] ?? "Completed",
      state: status === "completed" ? "done" : isOver ? "failed" : "ahead",
      detail: completedAt && <Instant at={completedAt} timeZone={timeZone} />,
    },
  ];
}

function Aside({ order, base }: { order: OrderSeen; base: string }) {
  const { quote, customer, partner, marketplace, termMonths, timeZone, currency } = order;
  return (
    <>
      <Card title="Facts">
        <Facts
          facts={[
            { name: "Customer", value: customer.name },
            { name: "Partner", value: partner.name },
            { name: "Marketplace", value: marketplace?.name },
            { name: "Term", value: `${termMonths} months` },
            { name: "Currency", value: currency },
            { name: "Calendar", value: timeZone },
          ]}
        />
      </Card>
      <Card title="Where it leads">
        <ul className="grid gap-1">
          <li>
            <TextLink href={`${base}/quotes/${quote.id}?version=${quote.versionId}`}>
              Quote {quote.number}, version {quote.versionNumber}
            </TextLink>
          </li>
          <li>
            <TextLink href={`${base}/activation/subscriptions?q=${order.number}`}>Subscription</TextLink>
          </li>
          <li>
            <TextLink href={`${base}/invoices?q=${encodeURIComponent(customer.name)}`}>
              Invoices of {customer.name}
            </TextLink>
          </li>
        </ul>
      </Card>
      <Card title="What happened">
        <Timeline label="What happened" moments={momentsOf(order)} />
      </Card>
    </>
  );
}

function momentsOf({ quote, placedAt, completedAt, items, timeZone }: OrderSeen): readonly Moment[] {
  const all = [
    { at: quote.acceptedAt, title: "Quote accepted" },
    { at: placedAt, title: "Order placed" },
    ...items.map(({ completedAt: at, name }) => ({ at, title: `${name} delivered` })),
    { at: completedAt, title: "Order completed", tone: "good" as const, shape: "check" as const },
  ];
  return all
    .reverse() // Of two at one instant the later step stands first.
    .flatMap((moment) => (moment.at ? [{ ...moment, at: moment.at }] : []))
    .sort((left, right) => right.at.getTime() - left.at.getTime())
    .map(({ at, ...moment }, place) => ({
      ...moment,
      id: `${place}`,
      at: <Instant at={at} timeZone={timeZone} />,
    }));
}
