"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Amount } from "@/components/money/money";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { BillRunChoice } from "@/server/invoice/read/choices";
import type { BillRunPreview } from "@/server/invoice/read/preview";

const consequence = `Everything that ended by then and was not charged yet is rated, invoiced and issued:
  fees by the month, usage by its month, late usage of earlier months as a difference.
  Issued invoices cannot be changed.`;

/**
 * Starts a bill run, after saying what it will charge. The same time asked for again leads to the same
 * run.
 */
export function StartBillRun({ choices }: { choices: readonly BillRunChoice[] }) {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState(0);
  const until = choices[chosen]?.until ?? null;
  const start = useAction(trpc.billRun.request.mutationOptions(), {
    done: "The bill run is at work",
    tell: "here",
    goTo: ({ billRunId }) => `/operator/invoices/runs/${billRunId}`,
  });
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Start bill run…</Button>}
      title="Start a bill run?"
      consequence={consequence}
      confirm={choices[chosen]?.run ? "Open the run" : "Start and issue"}
      disabled={until === null}
      refusal={start.refusal}
      onConfirm={() => until !== null && start.run({ until })}
    >
      <Field label="Charge what ended before">
        <Select
          value={String(chosen)}
          onValueChange={(value) => setChosen(Number(value))}
          options={choices.map(({ day, timeZone, run }, index) => ({
            value: String(index),
            label: `${day}, 00:00 in ${timeZone}`,
            hint: run ? `Run ${run.number} was for this time` : undefined,
          }))}
        />
      </Field>
      {until !== null && <Preview until={until} />}
    </ConfirmDialog>
  );
}

function Preview({ until }: { until: Date }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.billRun.preview.queryOptions({ until }));
  if (error) return <Callout tone="warn">{error.message}</Callout>;
  if (!data) return <Skeleton className="h-24" />;
  if (!data.isExact) {
    return (
      <Callout>
        {data.subscriptions.toLocaleString("en")} subscriptions are looked at. That is too many to work the
        amounts out here first.
      </Callout>
    );
  }
  if (data.totals.length === 0) return <Callout>Nothing is due: no invoice would be made.</Callout>;
  return data.totals.map((total) => <Facts key={total.currency} facts={factsOf(total)} />);
}

function factsOf({ invoices, lines, lateLines, net, tax, gross }: BillRunPreview["totals"][number]) {
  const late = lateLines > 0 ? `${lines}, of which ${lateLines} for late usage` : lines;
  return [
    { name: "Invoices", value: invoices },
    { name: "Lines", value: late },
    { name: "Net", value: <Amount amount={net} /> },
    { name: "Tax", value: <Amount amount={tax} /> },
    { name: "Customers will owe", value: <Amount amount={gross} /> },
  ];
}
