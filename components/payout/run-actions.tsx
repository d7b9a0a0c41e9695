"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Amount } from "@/components/money/money";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { DateInput, TextArea } from "@/components/ui/input";
import type { Id } from "@/server/core/ids";
import type { RunDetail } from "@/server/payout/read/run";

/**
 * Proposes to pay what is due, after the books have been proved: until now, which is when the page was
 * made, so that asking twice is asking once; or until the start of an earlier day.
 */
export function ProposeRun({ now }: { now: string }) {
  const today = now.slice(0, 10);
  const trpc = useTRPC();
  const [day, setDay] = useState(today);
  const propose = useAction(trpc.payout.propose.mutationOptions(), {
    done: "The payout run is proposed",
    tell: "here",
    goTo: ({ id }) => `/operator/payouts/${id}`,
  });
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Propose payouts…</Button>}
      title="Propose a payout run?"
      consequence="The books are proved first. Then everybody's due balance is worked out; no money moves before somebody else has approved the run."
      confirm="Propose"
      disabled={day === ""}
      refusal={propose.refusal}
      onConfirm={() => propose.run({ cutoff: new Date(day === today ? now : `${day}T00:00:00Z`) })}
    >
      <Field label="Pay what was due by" hint="Today means by now; an earlier day its beginning, 00:00 UTC">
        <DateInput value={day} max={today} onChange={(event) => setDay(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}

type Run = Pick<RunDetail, "id" | "number" | "totals">;

/** The second person's decision. Who proposed the run cannot approve it. */
export function DecideRun({ run, approvalId }: { run: Run; approvalId: Id<"approval"> }) {
  const trpc = useTRPC();
  const [comment, setComment] = useState("");
  const decide = useAction(trpc.payout.decide.mutationOptions(), { done: "Decided", tell: "here" });
  const facts = run.totals.map(({ currency, parties, net }) => ({
    name: `${parties} ${parties === 1 ? "party" : "parties"} in ${currency}`,
    value: <Amount amount={net} />,
  }));
  const say = (
    <Field label="Comment">
      <TextArea value={comment} onChange={(event) => setComment(event.target.value)} rows={2} />
    </Field>
  );
  return (
    <>
      <ConfirmDialog
        trigger={<Button>Reject…</Button>}
        title={`Reject ${run.number}?`}
        consequence="The run is cancelled and nobody is paid by it. What was due stays due for the next run."
        confirm="Reject"
        danger
        disabled={comment.trim() === ""}
        refusal={decide.refusal}
        onConfirm={() => decide.run({ approvalId, decision: "rejected", comment })}
      >
        {say}
      </ConfirmDialog>
      <ConfirmDialog
        trigger={<Button look="primary">Approve…</Button>}
        title={`Approve ${run.number}?`}
        consequence="The payments are booked, the file for the bank is written and everybody gets a statement. This cannot be taken back."
        facts={facts}
        confirm="Approve and pay out"
        refusal={decide.refusal}
        onConfirm={() => decide.run({ approvalId, decision: "approved", comment })}
      >
        {say}
      </ConfirmDialog>
    </>
  );
}

export function CancelRun({ run }: { run: Run }) {
  const trpc = useTRPC();
  const cancel = useAction(trpc.payout.cancel.mutationOptions(), { done: "Cancelled", tell: "here" });
  return (
    <ConfirmDialog
      trigger={<Button look="quiet">Cancel run…</Button>}
      title={`Cancel ${run.number}?`}
      consequence="Nobody is paid by it, and what was due stays due for the next run."
      confirm="Cancel the run"
      danger
      refusal={cancel.refusal}
      onConfirm={() => cancel.run({ id: run.id })}
    />
  );
}
