import { Day } from "@/components/date/day";
import { Instant } from "@/components/date/instant";
import { Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { Figures } from "@/components/page/figures";
import { MarginWaterfall, namedWorth } from "@/components/quote/worth";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { subtract } from "@/server/core/money/money";
import type { ExceptionSeen, Tier } from "@/server/quote/read/exception";
import { DecideException } from "./decide-exception";
import { PastDecisions } from "./past-decisions";

type Props = { exception: ExceptionSeen; mayDecide: boolean };

/** One discount to decide, as what follows from it: for the customer, and for what every tier keeps. */
export function ExceptionView({ exception, mayDecide }: Props) {
  const { request, number, quoteId, consequence, discountRate, discountBand, isOwn } = exception;
  const isOpen = request.status === "pending" && consequence !== null;
  return (
    <DetailPage
      title={request.summary}
      trail={[{ label: "Approvals", href: "/operator/approvals" }]}
      mark={<Status state={request.status} />}
      description={`Asked by ${request.requestedByName} of ${request.partyName}`}
      actions={
        isOpen &&
        mayDecide && (
          <DecideException
            {...{ approvalId: request.id, number, isOwn }}
            rate={discountRate}
            partnerName={consequence.partner.name}
            customerName={consequence.customer.name}
            bearerName={consequence.bearerName}
            discount={consequence.totals?.discount.term ?? null}
          />
        )
      }
      above={consequence ? <Above exception={exception} /> : <Changed quoteId={quoteId} number={number} />}
      aside={
        <Card title="The request">
          <Facts
            facts={[
              { name: "Quote", value: <TextLink href={`/operator/quotes/${quoteId}`}>{number}</TextLink> },
              { name: "Partner", value: consequence?.partner.name },
              { name: "Customer", value: consequence?.customer.name },
              { name: "Offer", value: consequence?.offer.name },
              { name: "Discount", value: <Percent partsPerMillion={discountRate} /> },
              { name: "Partner's own band", value: <Percent partsPerMillion={discountBand} /> },
              { name: "Borne by", value: consequence?.bearerName },
              { name: "Asked", value: <Instant at={request.requestedAt} timeZone={request.timeZone} /> },
              { name: "Decided by", value: request.decidedByName },
              {
                name: "Decided",
                value: request.decidedAt && <Instant at={request.decidedAt} timeZone={request.timeZone} />,
              },
            ]}
          />
        </Card>
      }
    >
      {consequence && <Tiers consequence={consequence} />}
      <PastDecisions past={exception.past} />
    </DetailPage>
  );
}

type Consequence = NonNullable<ExceptionSeen["consequence"]>;

function Above({ exception: { request, consequence } }: { exception: ExceptionSeen }) {
  const totals = consequence?.totals;
  return (
    <>
      <blockquote className="max-w-prose border-l-2 border-river pl-3">
        <p className="text-lg">“{request.reason}”</p>
        {request.comment && (
          <p className="mt-1 text-muted">
            {request.decidedByName}: “{request.comment}”
          </p>
        )}
      </blockquote>
      {totals && consequence && (
        <Figures
          figures={[
            {
              name: "List price a month",
              value: <Amount amount={totals.list.monthly} size="lg" />,
              detail: (
                <>
                  once <Amount amount={totals.list.once} />
                </>
              ),
            },
            {
              name: "With the discount",
              value: <Amount amount={totals.amount.monthly} size="lg" />,
              detail: (
                <>
                  once <Amount amount={totals.amount.once} />
                </>
              ),
            },
            {
              name: `Costs over ${consequence.termMonths} months`,
              value: <Amount amount={totals.discount.term} size="lg" />,
              detail: consequence.bearerName && `borne by ${consequence.bearerName}`,
            },
            {
              name: "Valid to",
              value: <Day day={consequence.lastDay} timeZone={consequence.partner.timeZone} />,
            },
          ]}
        />
      )}
    </>
  );
}

function Changed({ quoteId, number }: { quoteId: string; number: string }) {
  return (
    <Callout
      tone="warn"
      title="The quote has changed since this was asked"
      action={<TextLink href={`/operator/quotes/${quoteId}`}>Open {number}</TextLink>}
    >
      What stands in it now is not what this request was about, so there is nothing to decide here.
    </Callout>
  );
}

const columns: readonly Column<Tier>[] = [
  { id: "name", header: "Tier", cell: ({ name }) => <span className="font-medium">{name}</span> },
  {
    id: "without",
    header: "A month, at list",
    cell: (tier) => <Amount amount={tier.without.monthly.margin} toned />,
    align: "end",
  },
  {
    id: "with",
    header: "With the discount",
    cell: (tier) => <Amount amount={tier.with.monthly.margin} toned />,
    align: "end",
  },
  {
    id: "change",
    header: "Change over the term",
    cell: (tier) => (
      <Amount amount={subtract(tier.with.term.margin, tier.without.term.margin)} signed toned />
    ),
    align: "end",
  },
  {
    id: "term",
    header: "Keeps over the term",
    cell: (tier) => <Amount amount={tier.with.term.margin} toned />,
    align: "end",
  },
];

function Tiers({ consequence }: { consequence: Consequence }) {
  const { tiers, totals, termMonths } = consequence;
  const after = namedWorth(
    tiers.map((tier) => tier.with),
    tiers,
  );
  return (
    <Card
      title="What each tier keeps"
      description={`Over ${termMonths} months, usage as estimated, before tax and marketplace fees.`}
      flush
    >
      {totals && (
        <div className="px-4 pb-2">
          <MarginWaterfall tiers={after} price={totals.amount.term} />
        </div>
      )}
      <LineTable label="Margins by tier" columns={columns} rows={tiers} rowId={({ id }) => id} />
    </Card>
  );
}
