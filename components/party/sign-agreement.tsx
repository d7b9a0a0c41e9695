"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { SelectField } from "@/components/form/choices";
import { TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { PartyId } from "@/server/core/ids";
import type { PartyPage } from "@/server/party/detail";
import { TermsFields } from "./terms-fields";

type Props = { party: PartyPage; today: string; isFirst: boolean };

/** Writes down what a party agreed with one that stands above it. */
export function SignAgreement(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button look={props.isFirst ? "primary" : "plain"}>Sign an agreement…</Button>}
      title={`Sign an agreement with ${props.party.name}`}
      description="What is signed stays as it is. A change is the next version."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <AgreementForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function AgreementForm({ party, today, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const sign = useAction(trpc.party.sign.mutationOptions(), {
    done: "Agreement signed",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./terms-schema").then((file) => file.AgreementSchema), {
    ...{ name: "", parentId: party.parentId ?? "", currency: party.currency ?? "EUR" },
    ...{ commissionRate: "0", discountBand: "0", withholdingRate: "0", shareDue: "payment" },
    ...{ minimumPayout: "0", holdingDays: "0", validFrom: today },
  });
  return (
    <Form
      form={form}
      action={sign}
      submit="Sign agreement"
      more={<DialogClose />}
      onSubmit={({ name, parentId, validFrom, ...terms }) =>
        sign.run({ name, parentId: parentId as PartyId, childId: party.id, terms, validFrom })
      }
    >
      <FieldRow>
        <TextField name="name" label="Name" placeholder="Resale 2026" />
        <SelectField
          name="parentId"
          label="Granted by"
          options={party.above.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FieldRow>
      <TermsFields today={today} />
    </Form>
  );
}
