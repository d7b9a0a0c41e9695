"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { NumberField, TextAreaField, TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** Begins an offer. */
export function NewOffer() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button look="primary">New offer…</Button>}
      title="Begin an offer"
      description="Partners see it when a version of it is published."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <OfferForm />
    </Dialog>
  );
}

function OfferForm() {
  const trpc = useTRPC();
  const draft = useAction(trpc.offer.draft.mutationOptions(), {
    done: "Offer begun",
    tell: "here",
    goTo: ({ offerId }) => `/operator/offers/${offerId}`,
  });
  const form = useZodForm(() => import("./offer-schema").then((file) => file.OfferSchema), {
    ...{ name: "", code: "", family: "", summary: "", termMonths: "36" },
  });
  return (
    <Form form={form} action={draft} submit="Begin offer" more={<DialogClose />} onSubmit={draft.run}>
      <FieldRow>
        <TextField name="name" label="Name" placeholder="Secure Branch" />
        <TextField name="code" label="Code" hint="How systems call it." placeholder="secure-branch" />
      </FieldRow>
      <FieldRow>
        <TextField name="family" label="Product family" hint="Decides the route a deal takes." />
        <NumberField name="termMonths" label="Term" unit="months" />
      </FieldRow>
      <TextAreaField name="summary" label="What it is" hint="A sentence for partners." optional rows={3} />
    </Form>
  );
}
