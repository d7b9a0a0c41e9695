import { Day } from "@/components/date/day";
import { Instant } from "@/components/date/instant";
import { Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { type Figure, Figures } from "@/components/page/figures";
import { Status } from "@/components/status/status";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import type { PartyId } from "@/server/core/ids";
import type { QuoteSeen } from "@/server/quote/read/quote";
import { offeredColumns, ownColumns } from "./line-columns";
import { OrderLink } from "./order-link";
import { QuoteActions } from "./quote-actions";
import { QuoteSteps, QuoteTimeline } from "./quote-steps";
import { namedWorth, TierMargins } from "./worth";

type Props = {
  quote: QuoteSeen;
  order: { readonly id: string; readonly number: string; readonly status: string } | null;
  /** The portal: `/operator` or `/partner`. */
  base: string;
  /** The party that looks. */
  viewer: PartyId;
  mayCompose: boolean;
};

/** One quote: what the customer is offered, what it leaves the one who looks, and what can be done next. */
export function QuoteView({ quote, order, base, viewer, mayCompose }: Props) {
  const { version, customer, offer, partner } = quote;
  const isNewest = quote.versions[0]?.id === version.id;
  const tiers = namedWorth(version.worth, version.parties);
  return (
    <DetailPage
      title={quote.number}
      trail={[{ label: "Quotes", href: `${base}/quotes` }]}
      mark={<Status state={version.status} />}
      description={`${offer.name} for ${customer.name}, by ${partner.name}`}
      actions={
        quote.isOwn &&
        mayCompose && <QuoteActions deal={dealtOf(quote)} {...{ isNewest }} status={version.status} />
      }
      above={
        <>
          <QuoteSteps version={version} />
          <OrderLink status={version.status} order={order} base={base} />
          <Figures figures={figuresOf(quote, viewer)} />
        </>
      }
      aside={<Aside quote={quote} base={base} />}
    >
      <Card title="What is offered" description={offeredWords(version)} flush>
        <LineTable
          label="Lines"
          columns={version.totals ? offeredColumns : offeredColumns.slice(0, 3)}
          rows={version.lines}
          rowId={({ id }) => id}
          {...(version.totals && {
            foot: { name: "Once and a first month", amount: <Amount amount={firstBill(version)} /> },
          })}
        />
      </Card>
      {base === "/operator" && version.totals ? (
        <TierMargins tiers={tiers} price={version.totals.amount.term} termMonths={version.termMonths} />
      ) : (
        <OwnSide version={version} />
      )}
    </DetailPage>
  );
}

type Version = QuoteSeen["version"];

function OwnSide({ version }: { version: Version }) {
  const { lines, worth, termMonths } = version;
  const own = worth[0];
  if (!own || lines.every(({ legs }) => legs.length === 0)) return null;
  const shown = ownColumns.filter(
    ({ id }) =>
      id === "name" || id === "charge" || id === "margin" || lines.some(({ own: each }) => moves(each, id)),
  );
  return (
    <Card
      title="Your side"
      description={`From the prices that are yours to know; nobody but you and the operator sees this sum.
        Over ${termMonths} months, usage as estimated.`}
      flush
    >
      <LineTable
        label="Your side"
        columns={shown}
        rows={lines}
        rowId={({ id }) => id}
        foot={{ name: `Over ${termMonths} months`, margin: <Amount amount={own.term.margin} toned /> }}
      />
    </Card>
  );
}

function moves(position: Version["lines"][number]["own"], id: string): boolean {
  const { bought, sold, paid, received, support } = position;
  const amounts = { bought, sold, paid, received, support };
  return (amounts[id as keyof typeof amounts]?.minor ?? 0n) !== 0n;
}

function Aside({ quote, base }: { quote: QuoteSeen; base: string }) {
  const { version, versions, partner, customer, marketplace, offer } = quote;
  const { discount } = version;
  const { timeZone } = partner;
  const bearer = version.parties.find(({ id }) => id === discount?.bearerId)?.name;
  return (
    <>
      <Card title="Facts">
        <Facts
          facts={[
            { name: "Customer", value: customer.name },
            { name: "Partner", value: partner.name },
            { name: "Offer", value: offer.name },
            { name: "Marketplace", value: marketplace?.name },
            { name: "Term", value: `${version.termMonths} months` },
            { name: "Valid to", value: <Day day={version.lastDay} timeZone={timeZone} /> },
            { name: "Discount", value: discount && <Percent partsPerMillion={discount.rate} /> },
            { name: "Borne by", value: bearer },
            { name: "Created", value: <Instant at={quote.createdAt} timeZone={timeZone} /> },
            { name: "By", value: quote.createdByName },
          ]}
        />
      </Card>
      <Card title="What happened">
        <QuoteTimeline
          {...{ version, timeZone }}
          approvals={quote.isOwn || base === "/operator" ? quote.approvals : null}
          createdByName={quote.createdByName}
        />
      </Card>
      {versions.length > 1 && (
        <Card title="Versions">
          <ul className="grid gap-1">
            {versions.map(({ id, number, status }) => (
              <li key={id} className="flex items-baseline justify-between gap-4">
                {id === version.id ? (
                  <span className="font-medium">Version {number}</span>
                ) : (
                  <TextLink href={`${base}/quotes/${quote.id}?version=${id}`}>Version {number}</TextLink>
                )}
                <Status state={status} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function figuresOf({ version }: QuoteSeen, viewer: PartyId): readonly Figure[] {
  const { totals, termMonths } = version;
  const own = version.worth.find(({ partyId }) => partyId === viewer);
  const told = totals
    ? [
        { name: "Customer pays a month", value: <Amount amount={totals.amount.monthly} size="lg" /> },
        { name: "Once", value: <Amount amount={totals.amount.once} size="lg" /> },
        { name: `Over ${termMonths} months`, value: <Amount amount={totals.amount.term} size="lg" /> },
      ]
    : [];
  const kept = own && {
    name: "You keep",
    value: <Amount amount={own.term.margin} size="lg" toned />,
    detail: "over the term",
  };
  return kept ? [...told, kept] : told;
}

function offeredWords({ totals, termMonths }: Version): string {
  if (!totals) return "What the customer pays is between it, its seller and whoever quotes.";
  return `For ${termMonths} months, before tax. Press an amount to see how it came about.`;
}

function firstBill({ totals }: Version) {
  if (!totals) return null;
  const { once, monthly } = totals.amount;
  return { minor: once.minor + monthly.minor, currency: once.currency };
}

function dealtOf({ id, number, customer, version }: QuoteSeen) {
  const { totals, discount, lastDay } = version;
  return {
    ...{ quoteId: id, versionId: version.id, number, customerName: customer.name, lastDay },
    ...{ once: totals?.amount.once ?? null, monthly: totals?.amount.monthly ?? null },
    ...{ discountRate: discount?.rate ?? 0n, band: discount?.band ?? 0n, causes: discount?.causes ?? [] },
  };
}
