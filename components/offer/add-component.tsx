"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { ComboboxField } from "@/components/form/choices";
import { Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Id } from "@/server/core/ids";
import type { ItemListed } from "@/server/offer/list";
import { QuantityFields } from "./quantity-fields";
import { chargeWord } from "./words";

type Props = { versionId: Id<"offerVersion">; items: readonly ItemListed[] };

/** Puts an item into a draft. */
export function AddComponent(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button size="sm" look="primary">
          Add component…
        </Button>
      }
      title="Add a component"
      description="Any item of any supplier. The offer is sold as one; each item is charged, taxed and delivered as its own."
      open={isOpen}
      onOpenChange={setOpen}
    >
      {props.items.length === 0 ? (
        <Callout>Every item is in the offer already. Add another under Products and items.</Callout>
      ) : (
        <ComponentForm {...props} done={() => setOpen(false)} />
      )}
    </Dialog>
  );
}

function ComponentForm({ versionId, items, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const add = useAction(trpc.offer.addComponent.mutationOptions(), {
    done: "Component added",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./quantity-schema").then((file) => file.ComponentSchema), {
    ...{ itemId: "", quantityDefault: "1", quantityMin: "0", quantityMax: "" },
  });
  const chosen = useWatch({ control: form.control, name: "itemId" });
  const unit = items.find(({ id }) => id === chosen)?.unit ?? "";
  return (
    <Form
      form={form}
      action={add}
      submit="Add component"
      more={<DialogClose />}
      onSubmit={({ itemId, quantityMax, ...quantities }) =>
        add.run({ versionId, itemId: itemId as Id<"item">, ...quantities, quantityMax: quantityMax || null })
      }
    >
      <ComboboxField
        name="itemId"
        label="Item"
        options={items.map(({ id, name, supplierName, charge }) => ({
          ...{ value: id, label: name, hint: `${supplierName}, ${chargeWord(charge).toLowerCase()}` },
        }))}
      />
      <QuantityFields unit={unit} />
    </Form>
  );
}
