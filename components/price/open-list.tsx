"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
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
import { audienceOptions } from "./words";

type Props = { suppliers: readonly Option[]; sellers: readonly Option[] };

/** Opens the list of a route of prices. */
export function OpenList(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button look="primary">New price list…</Button>}
      title="Open a price list"
      description="Who sells to whom, for whom and in what currency names it; there is one list a route."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ListForm {...props} />
    </Dialog>
  );
}

function ListForm({ suppliers, sellers }: Props) {
  const trpc = useTRPC();
  const open = useAction(trpc.price.open.mutationOptions(), {
    done: "Price list opened",
    tell: "here",
    goTo: (id) => `/operator/prices/${id}`,
  });
  const form = useZodForm(() => import("./list-schema").then((file) => file.ListSchema), {
    ...{ name: "", audience: "wholesale", sellerId: "", readerId: "", currency: "EUR" },
  });
  const audience = useWatch({ control: form.control, name: "audience" });
  return (
    <Form
      form={form}
      action={open}
      submit="Open price list"
      more={<DialogClose />}
      onSubmit={({ sellerId, readerId, currency, ...rest }) =>
        open.run({
          ...{ ...rest, sellerId: sellerId as PartyId, currency: currency as Currency },
          readerId: rest.audience === "cost" || !readerId ? null : (readerId as PartyId),
        })
      }
    >
      <FieldRow>
        <TextField name="name" label="Name" />
        <SelectField name="audience" label="Kind" options={audienceOptions} />
        <TextField name="currency" label="Currency" />
      </FieldRow>
      <FieldRow>
        <ComboboxField name="sellerId" label="Seller" options={audience === "cost" ? suppliers : sellers} />
        {audience === "wholesale" && <ComboboxField name="readerId" label="Buyer" options={sellers} />}
        {audience === "retail" && (
          <ComboboxField
            name="readerId"
            label="Quoted by"
            hint="Empty is whoever quotes."
            options={sellers}
            optional
          />
        )}
      </FieldRow>
    </Form>
  );
}
