"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { ComboboxField } from "@/components/form/choices";
import { TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Option } from "@/components/ui/select";
import type { PartyId } from "@/server/core/ids";

/** Lists what a supplier delivers; its items are added to it. */
export function NewProduct({ suppliers }: { suppliers: readonly Option[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button>New product…</Button>}
      title="Add a product"
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ProductForm suppliers={suppliers} done={() => setOpen(false)} />
    </Dialog>
  );
}

function ProductForm({ suppliers, done }: { suppliers: readonly Option[]; done: () => void }) {
  const trpc = useTRPC();
  const add = useAction(trpc.offer.addProduct.mutationOptions(), {
    done: "Product added",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./item-schema").then((file) => file.ProductSchema), {
    ...{ supplierId: "", name: "", family: "" },
  });
  return (
    <Form
      form={form}
      action={add}
      submit="Add product"
      more={<DialogClose />}
      onSubmit={({ supplierId, ...product }) => add.run({ supplierId: supplierId as PartyId, ...product })}
    >
      <ComboboxField name="supplierId" label="Delivered by" options={suppliers} />
      <FieldRow>
        <TextField name="name" label="Name" />
        <TextField name="family" label="Product family" />
      </FieldRow>
    </Form>
  );
}

/** Names what is measured. */
export function NewMeter() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button>New meter…</Button>}
      title="Add a meter"
      description="Usage files name it by its key; its unit is what prices are per."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <MeterForm done={() => setOpen(false)} />
    </Dialog>
  );
}

function MeterForm({ done }: { done: () => void }) {
  const trpc = useTRPC();
  const add = useAction(trpc.offer.addMeter.mutationOptions(), {
    done: "Meter added",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./item-schema").then((file) => file.MeterSchema), {
    ...{ key: "", name: "", unit: "" },
  });
  return (
    <Form form={form} action={add} submit="Add meter" more={<DialogClose />} onSubmit={add.run}>
      <FieldRow>
        <TextField name="name" label="Name" />
        <TextField name="key" label="Key" placeholder="cloud.compute" />
        <TextField name="unit" label="Unit" placeholder="GB-hour" />
      </FieldRow>
    </Form>
  );
}
