"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import type { QuoteDeal } from "./deal";

const words = {
  decline: {
    trigger: "Decline…",
    title: (deal: QuoteDeal) => `${deal.customerName} declines ${deal.number}?`,
    consequence: "The quote is over. You can still make a new version of it later.",
    confirm: "Mark as declined",
    hint: "What the customer said. You and the operator read it, nobody between.",
    done: "Quote declined",
  },
  void: {
    trigger: "Withdraw…",
    title: (deal: QuoteDeal) => `Withdraw ${deal.number}?`,
    consequence: "This version no longer counts, and a request for approval of it is void.",
    confirm: "Withdraw quote",
    hint: "For whoever looks for it later.",
    done: "Quote withdrawn",
  },
} as const;

/** The end of a version, with the reason that is kept with it. */
export function EndQuote({ deal, as }: { deal: QuoteDeal; as: "decline" | "void" }) {
  const trpc = useTRPC();
  const [reason, setReason] = useState("");
  const said = words[as];
  const end = useAction(trpc.quote[as].mutationOptions(), { done: said.done, tell: "here" });
  return (
    <ConfirmDialog
      trigger={<Button look="quiet">{said.trigger}</Button>}
      title={said.title(deal)}
      consequence={said.consequence}
      confirm={said.confirm}
      danger
      disabled={reason.trim().length < 2}
      refusal={end.refusal}
      onConfirm={() => end.run({ versionId: deal.versionId, reason })}
    >
      <Field label="Reason" hint={said.hint}>
        <TextArea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
