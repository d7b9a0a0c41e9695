"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-look";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";

type Own = { readonly country: string; readonly currency: string; readonly timeZone: string };

type Props = {
  /** The party it is a customer of: where it is, its customers are likely to be. */
  own: Own | null;
  onAdded?: (customerId: PartyId) => void;
  look?: ButtonLook["look"];
};

/** A partner names whom it will quote for. */
export function AddCustomer({ own, onAdded, look = "quiet" }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <span className={look === "primary" ? undefined : "-ml-2 w-fit"}>
      <Dialog
        trigger={
          <Button look={look} size={look === "primary" ? "md" : "sm"}>
            Add customer…
          </Button>
        }
        title="Add a customer"
        description="Quotes, orders and invoices name it. Those above you in the network see that it is there."
        open={isOpen}
        onOpenChange={setOpen}
      >
        {isOpen && (
          <CustomerForm
            own={own}
            done={(id) => {
              setOpen(false);
              onAdded?.(id);
            }}
          />
        )}
      </Dialog>
    </span>
  );
}

function CustomerForm({ own, done }: { own: Own | null; done: (customerId: PartyId) => void }) {
  const trpc = useTRPC();
  const add = useAction(trpc.customer.add.mutationOptions(), {
    done: "Customer added",
    tell: "here",
    onDone: ({ customerId }) => done(customerId),
  });
  const form = useZodForm(() => import("./customer-schema").then((file) => file.CustomerSchema), {
    ...{ name: "", legalName: "", taxId: "", street: "", postcode: "", city: "", email: "" },
    ...{ country: own?.country ?? "", currency: own?.currency ?? "", timeZone: own?.timeZone ?? "" },
  });
  return (
    <Form
      form={form}
      action={add}
      submit="Add customer"
      more={<DialogClose />}
      onSubmit={({ name, country, currency, timeZone, taxId, ...profile }) =>
        add.run({
          ...{ name, country, timeZone, currency: currency as Currency },
          profile: { ...profile, taxId: taxId === "" ? null : taxId },
        })
      }
    >
      <FieldRow>
        <TextField name="name" label="Name" />
        <TextField name="legalName" label="Legal name" />
      </FieldRow>
      <FieldRow>
        <TextField name="email" type="email" label="E-mail for invoices" />
        <TextField name="taxId" label="Tax number" optional />
      </FieldRow>
      <TextField name="street" label="Street" />
      <FieldRow>
        <TextField name="postcode" label="Postcode" />
        <TextField name="city" label="City" />
        <TextField name="country" label="Country" placeholder="DE" />
      </FieldRow>
      <FieldRow>
        <TextField name="currency" label="Currency" placeholder="EUR" />
        <TextField name="timeZone" label="Time zone" placeholder="Europe/Berlin" />
      </FieldRow>
    </Form>
  );
}
