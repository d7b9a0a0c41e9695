import { Waterfall } from "@/components/chart/waterfall";
import { Amount } from "@/components/money/money";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import type { PartyId } from "@/server/core/ids";
import { type Money, subtract } from "@/server/core/money/money";
import type { Worth } from "@/server/quote/rules/view";

export type NamedWorth = Worth & { readonly name: string };

type Props = {
  tiers: readonly NamedWorth[];
  /** What the customer pays over the term. */
  price: Money;
  termMonths: number;
};

/** How the customer's price is divided, which the operator alone sees of all tiers at once. */
export function TierMargins({ tiers, price, termMonths }: Props) {
  return (
    <Card
      title="What each tier keeps"
      description={`Before tax and marketplace fees; usage as estimated; over ${termMonths} months.`}
      flush
    >
      <div className="px-4 pb-2">
        <MarginWaterfall tiers={tiers} price={price} />
      </div>
      <LineTable
        label="Margins by tier"
        rows={tiers}
        rowId={({ partyId }) => partyId}
        columns={[
          { id: "name", header: "Tier", cell: ({ name }) => <span className="font-medium">{name}</span> },
          {
            id: "once",
            header: "Once",
            cell: ({ once }) => <Amount amount={once.margin} toned />,
            align: "end",
          },
          {
            id: "monthly",
            header: "A month",
            cell: ({ monthly }) => <Amount amount={monthly.margin} toned />,
            align: "end",
          },
          {
            id: "support",
            header: "Discount support",
            cell: ({ term }) => <Amount amount={term.support} signed />,
            align: "end",
            hidden: tiers.every(({ term }) => term.support.minor === 0n),
          },
          {
            id: "term",
            header: "Over the term",
            cell: ({ term }) => <Amount amount={term.margin} toned />,
            align: "end",
          },
        ]}
      />
    </Card>
  );
}

/** From what the customer pays, tier by tier upwards, to what the suppliers are paid. */
export function MarginWaterfall({ tiers, price }: Pick<Props, "tiers" | "price">) {
  const upwards = [...tiers].reverse();
  const cost = upwards.reduce((left, { term }) => subtract(left, term.margin), price);
  return (
    <Waterfall
      label="From the customer's price to the suppliers' cost, over the term"
      steps={[
        { label: "Customer pays", amount: price, kind: "whole" },
        ...upwards.map(({ name, term }) => ({ label: name, amount: term.margin, kind: "part" as const })),
        { label: "Suppliers", amount: cost, kind: "rest" },
      ]}
    />
  );
}

/** Puts names to worths; a party that may not be known by name is left out. */
export function namedWorth(
  worth: readonly Worth[],
  parties: readonly { readonly id: PartyId; readonly name: string }[],
): readonly NamedWorth[] {
  return worth.flatMap((each) => {
    const party = parties.find(({ id }) => id === each.partyId);
    return party ? [{ ...each, name: party.name }] : [];
  });
}
