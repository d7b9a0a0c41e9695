"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { BandCallout } from "./band";
import { factsOf, type QuoteDeal } from "./deal";

/** Asks to send a draft: at once within the band, by the operator's word beyond it. */
export function SubmitQuote({ deal }: { deal: QuoteDeal }) {
  const trpc = useTRPC();
  const [reason, setReason] = useState("");
  const submit = useAction(trpc.quote.submit.mutationOptions(), {
    done: ({ status }) =>
      status === "approved" ? "Approved: it can be sent" : "Handed to the operator's finance",
    tell: "here",
  });
  const asks = deal.causes.length > 0;
  return (
    <ConfirmDialog
      trigger={<Button look="primary">{asks ? "Ask for approval…" : "Submit…"}</Button>}
      title={asks ? `Ask for approval of ${deal.number}?` : `Submit ${deal.number}?`}
      consequence={
        asks
          ? "The operator's finance sees what the discount costs each tier and decides. Changing the quote takes the request back."
          : "The discount is within your band, so it is approved at once and can be sent."
      }
      facts={factsOf(deal)}
      confirm={asks ? "Ask for approval" : "Submit"}
      disabled={asks && reason.trim() === ""}
      refusal={submit.refusal}
      onConfirm={() => submit.run({ versionId: deal.versionId, reason })}
    >
      {asks && (
        <>
          <BandCallout band={deal.band} rate={deal.discountRate} causes={deal.causes} />
          <Field label="Why the deal is worth it">
            <TextArea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </>
      )}
    </ConfirmDialog>
  );
}
