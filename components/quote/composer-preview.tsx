"use client";

import { Day } from "@/components/date/day";
import { Amount } from "@/components/money/money";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/classes";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { Preview } from "@/server/quote/preview";
import { BandCallout } from "./band";
import type { Saving } from "./composer";

type Props = {
  preview: Preview | null;
  refusal: string | null;
  isBusy: boolean;
  isReady: boolean;
  reason: string;
  setReason: (reason: string) => void;
  saving: Saving;
  save: (submits: boolean) => unknown;
};

/** What it comes to, live, and the two ways to keep it. */
export function ComposerPreview(props: Props) {
  const { preview, refusal, isBusy, isReady, reason, setReason, saving, save } = props;
  const asks = (preview?.causes.length ?? 0) > 0;
  const isSavable = preview !== null && !isBusy && isReady;
  return (
    <aside className="grid gap-4 xl:sticky xl:top-4" aria-label="What it comes to" aria-busy={isBusy}>
      <Card title="What it comes to">
        <div className={cx("grid gap-4 transition-opacity", isBusy && "opacity-60")} aria-live="polite">
          {preview ? <Worked preview={preview} /> : !refusal && <Nothing isReady={isReady} />}
          {refusal && <Callout tone="bad">{refusal}</Callout>}
        </div>
      </Card>
      {asks && (
        <Field label="Why the deal is worth it" hint="The operator's finance reads it with the request.">
          <TextArea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      {saving.refusal && <Callout tone="bad">{saving.refusal}</Callout>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabled={!isSavable} pending={saving.pending} onClick={() => save(false)}>
          Save draft
        </Button>
        <Button
          look="primary"
          disabled={!isSavable || (asks && reason.trim() === "")}
          pending={saving.pending}
          onClick={() => save(true)}
        >
          {asks ? "Save and ask for approval" : "Save and submit"}
        </Button>
      </div>
    </aside>
  );
}

function Nothing({ isReady }: { isReady: boolean }) {
  if (isReady) return <Skeleton className="h-56" />;
  return <p className="text-muted">Choose a customer and an offer to see what the deal comes to.</p>;
}

function Worked({ preview }: { preview: Preview }) {
  const { totals, worth, termMonths } = preview;
  const { once, monthly, term } = worth;
  const sides = [
    { name: "You pay", amount: term.bought },
    { name: "You charge", amount: term.sold },
    { name: "Share you pay", amount: term.paid },
    { name: "Share you earn", amount: term.received },
    { name: "Discount support", amount: term.support },
  ].filter(({ amount }) => amount.minor !== 0n);
  return (
    <>
      <section>
        <h3 className="caption mb-1">The customer pays</h3>
        <p>
          <Amount amount={totals?.amount.monthly} size="lg" /> <span className="text-muted">a month</span>
        </p>
        <Facts
          facts={[
            { name: "Once", value: <Amount amount={totals?.amount.once} /> },
            { name: "Discount, a month", value: off(totals?.discount.monthly) },
            { name: `Over ${termMonths} months`, value: <Amount amount={totals?.amount.term} /> },
            { name: "Valid to", value: <Day day={preview.lastDay} /> },
          ]}
        />
      </section>
      <section>
        <h3 className="caption mb-1">You keep</h3>
        <p>
          <Amount amount={monthly.margin} size="lg" toned /> <span className="text-muted">a month</span>
        </p>
        <Facts
          facts={[
            { name: "Once", value: <Amount amount={once.margin} toned /> },
            { name: `Over ${termMonths} months`, value: <Amount amount={term.margin} toned /> },
            ...sides.map(({ name, amount }) => ({
              name: `${name}, over the term`,
              value: <Amount amount={amount} />,
            })),
          ]}
        />
      </section>
      <BandCallout band={preview.band} rate={preview.discountRate} causes={preview.causes} />
    </>
  );
}

function off(discount: NonNullable<Preview["totals"]>["discount"]["monthly"] | undefined) {
  return discount && discount.minor !== 0n && <Amount amount={discount} />;
}
