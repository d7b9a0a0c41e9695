"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { ComboboxField, SelectField } from "@/components/form/choices";
import { TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Option } from "@/components/ui/select";
import type { PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { kindOptions } from "./words";

type Props = {
  /** Whom it can stand below. */
  parents: readonly Option[];
  /** How most of the network is, to begin with. */
  home: { country: string; timeZone: string; currency: string };
};

/** Takes a partner, supplier or marketplace into the network. */
export function AddParty(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button look="primary">Add party…</Button>}
      title="Add a party"
      description="It joins the tree at once. It trades as soon as there is an agreement and an edge."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <PartyForm {...props} />
    </Dialog>
  );
}

function PartyForm({ parents, home }: Props) {
  const trpc = useTRPC();
  const add = useAction(trpc.party.add.mutationOptions(), {
    done: "Party added",
    tell: "here",
    goTo: (id) => `/operator/partners/${id}`,
  });
  const form = useZodForm(() => import("./party-schema").then((file) => file.PartySchema), {
    ...{ name: "", parentId: parents[0]?.value ?? "", ...home },
    ...{ legalName: "", taxId: "", street: "", postcode: "", city: "", email: "" },
  });
  return (
    <Form
      form={form}
      action={add}
      submit="Add party"
      more={<DialogClose />}
      onSubmit={({ name, kind, parentId, country, timeZone, currency, taxId, ...profile }) =>
        add.run({
          ...{ name, kind, parentId: parentId as PartyId, country, timeZone },
          currency: currency as Currency,
          profile: { ...profile, taxId: taxId || null },
        })
      }
    >
      <FieldRow>
        <TextField name="name" label="Name" />
        <SelectField name="kind" label="Is a" options={kindOptions} />
      </FieldRow>
      <ComboboxField name="parentId" label="Stands below" options={parents} />
      <FieldRow>
        <TextField name="country" label="Country" placeholder="DE" />
        <TextField name="timeZone" label="Time zone" />
        <TextField name="currency" label="Currency" placeholder="EUR" />
      </FieldRow>
      <FieldRow>
        <TextField name="legalName" label="Legal name" hint="As its documents print it." />
        <TextField name="taxId" label="Tax id" hint="If it has one." optional />
      </FieldRow>
      <FieldRow>
        <TextField name="street" label="Street" />
        <TextField name="postcode" label="Postcode" />
        <TextField name="city" label="City" />
      </FieldRow>
      <TextField name="email" label="E-mail" type="email" />
    </Form>
  );
}
