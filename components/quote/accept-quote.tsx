"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/input";
import { factsOf, type QuoteDeal } from "./deal";

/**
 * The customer said yes: its name is kept, and the order is placed. A version is accepted once, so its id is
 * the key.
 */
export function AcceptQuote({ deal }: { deal: QuoteDeal }) {
  const trpc = useTRPC();
  const [name, setName] = useState("");
  const accept = useAction(trpc.quote.accept.mutationOptions(), {
    done: "Accepted; the order is being placed",
    tell: "here",
  });
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Accept…</Button>}
      title={`${deal.customerName} accepts ${deal.number}?`}
      consequence={`The order is placed at once at the prices of this quote, and suppliers begin to deliver.
        This cannot be taken back here.`}
      facts={factsOf(deal)}
      confirm="Accept and order"
      disabled={name.trim().length < 2}
      refusal={accept.refusal}
      onConfirm={() =>
        accept.run({ versionId: deal.versionId, acceptedByName: name, requestKey: deal.versionId })
      }
    >
      <Field label="Accepted by" hint="Who said yes for the customer">
        <TextInput value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
      </Field>
    </ConfirmDialog>
  );
}
