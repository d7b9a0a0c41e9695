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
import type { Id } from "@/server/core/ids";
import { recipeOf } from "./recipe";
import { RecipeFields } from "./recipe-fields";
import { chargeOptions } from "./words";

type Props = { products: readonly Option[]; meters: readonly Option[] };

/** Adds one thing that can be charged for. */
export function NewItem(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button look="primary">New item…</Button>}
      title="Add an item"
      description="One thing that can be charged for: how it is measured, taxed and delivered."
      size="lg"
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ItemForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function ItemForm({ products, meters, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const add = useAction(trpc.offer.addItem.mutationOptions(), {
    done: "Item added",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./item-schema").then((file) => file.ItemSchema), {
    ...{ productId: products[0]?.value ?? "", name: "", sku: "", unit: "", charge: "recurring", meterId: "" },
    ...{ taxClass: "standard", kind: "supplier_api", title: "", hours: "24", after: "" },
  });
  const charge = useWatch({ control: form.control, name: "charge" });
  return (
    <Form
      form={form}
      action={add}
      submit="Add item"
      more={<DialogClose />}
      onSubmit={({ productId, meterId, name, sku, unit, taxClass, charge: when, ...recipe }) =>
        add.run({
          ...{ productId: productId as Id<"product">, name, sku, unit, taxClass, charge: when },
          ...{ meterId: when === "usage" && meterId ? (meterId as Id<"meter">) : null },
          recipe: recipeOf(recipe),
        })
      }
    >
      <FieldRow>
        <ComboboxField name="productId" label="Product" options={products} />
        <TextField name="name" label="Name" />
        <TextField name="sku" label="SKU" />
      </FieldRow>
      <FieldRow>
        <SelectField name="charge" label="Charged" options={chargeOptions} />
        {charge === "usage" && <ComboboxField name="meterId" label="Measured by" options={meters} />}
        <TextField name="unit" label="Unit" placeholder="seat" />
      </FieldRow>
      <RecipeFields />
    </Form>
  );
}
