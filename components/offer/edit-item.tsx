"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { ItemListed } from "@/server/offer/list";
import { recipeOf } from "./recipe";
import { RecipeFields } from "./recipe-fields";

/** Corrects how an item is taxed and delivered. */
export function EditItem({ item }: { item: ItemListed }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button size="sm" aria-label={`Change ${item.name}`}>
          Change…
        </Button>
      }
      title={item.name}
      description="New orders take this over. What was ordered keeps what it was ordered with."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <EditForm item={item} done={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({ item, done }: { item: ItemListed; done: () => void }) {
  const trpc = useTRPC();
  const change = useAction(trpc.offer.changeItem.mutationOptions(), {
    done: "Item changed",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./item-schema").then((file) => file.DeliverySchema), {
    taxClass: item.taxClass ?? "standard",
    kind: item.recipe?.kind ?? "supplier_api",
    title: item.recipe?.title ?? "",
    hours: String(item.recipe?.hours ?? 24),
    after: item.recipe?.after.join(", ") ?? "",
  });
  return (
    <Form
      form={form}
      action={change}
      submit="Save"
      more={<DialogClose />}
      onSubmit={({ taxClass, ...recipe }) =>
        change.run({ itemId: item.id, taxClass, recipe: recipeOf(recipe) })
      }
    >
      <RecipeFields />
    </Form>
  );
}
