"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { Decimal, Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { LineTable } from "@/components/table/line-table";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Dialog } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { Skeleton } from "@/components/ui/skeleton";
import type { Id } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import type { LegExplained } from "@/server/quote/read/explain";
import { quantityUnit } from "./words";

/** An amount of a leg, which says how it came about when it is pressed. */
export function ExplainLeg({ legId, amount }: { legId: Id<"quoteLeg">; amount: Money }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Amount amount={amount} explain={() => setOpen(true)} />
      <Dialog
        title="How this amount came about"
        description="From the price that was pinned when the quote was saved."
        open={isOpen}
        onOpenChange={setOpen}
      >
        {isOpen && <Explanation legId={legId} />}
      </Dialog>
    </>
  );
}

function Explanation({ legId }: { legId: Id<"quoteLeg"> }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.quote.explain.queryOptions({ legId }));
  if (error) return <Callout tone="bad">{error.message}</Callout>;
  return data ? <Working leg={data} /> : <Skeleton className="h-48" />;
}

function Working({ leg }: { leg: LegExplained }) {
  const { currency, price, quantity, unit, charge, tiers, exact, discountRate, list, amount } = leg;
  return (
    <div className="grid gap-3">
      <Facts
        facts={[
          { name: "Item", value: leg.lineName },
          { name: "Quantity", value: <Decimal value={quantity} unit={quantityUnit(charge, unit)} /> },
          {
            name: price.model === "flat" ? "Price, whatever the quantity" : "Unit price",
            value: price.unitPrice && <Decimal value={price.unitPrice} unit={currency} unitFirst />,
          },
          { name: "Exactly", value: <Decimal value={exact} unit={currency} unitFirst /> },
          { name: "Rounded", value: <Amount amount={list} /> },
          { name: "Discount", value: discountRate > 0n && <Percent partsPerMillion={discountRate} /> },
          { name: "Charged", value: <Amount amount={amount} /> },
          {
            name: "Share of it",
            value: leg.shareRate !== null && <Percent partsPerMillion={leg.shareRate} />,
          },
          { name: "Earned", value: leg.share && <Amount amount={leg.share} /> },
          {
            name: "Price list",
            value: leg.priceList && `${leg.priceList.name}, version ${leg.priceList.version}`,
          },
          { name: "Price version", value: <CopyText text={leg.priceVersionId} /> },
        ]}
      />
      {price.tiers && <Tiers tiers={tiers} currency={currency} />}
    </div>
  );
}

function Tiers({ tiers, currency }: { tiers: LegExplained["tiers"]; currency: string }) {
  return (
    <LineTable
      label="Tiers"
      rows={tiers}
      rowId={({ from }) => from}
      columns={[
        {
          id: "range",
          header: "Above, up to",
          cell: ({ from, upTo }) => (
            <>
              <Decimal value={from} /> – {upTo === null ? "∞" : <Decimal value={upTo} />}
            </>
          ),
        },
        {
          id: "quantity",
          header: "Quantity",
          cell: (tier) => <Decimal value={tier.quantity} />,
          align: "end",
        },
        {
          id: "unitPrice",
          header: "Unit price",
          cell: (tier) => <Decimal value={tier.unitPrice} unit={currency} unitFirst />,
          align: "end",
        },
        {
          id: "cost",
          header: "Cost",
          cell: (tier) => <Decimal value={tier.cost} places={2} />,
          align: "end",
        },
      ]}
    />
  );
}
