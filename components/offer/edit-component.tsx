"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { VersionPage } from "@/server/offer/detail";
import { QuantityFields } from "./quantity-fields";

type Props = { part: VersionPage["components"][number] };

/** Changes how many of a component may be ordered, or takes it out of the draft. */
export function EditComponent({ part }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button size="sm" aria-label={`Change ${part.name}`}>
          Change…
        </Button>
      }
      title={part.name}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <EditForm part={part} done={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({ part, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const { componentId } = part;
  const options = { tell: "here", onDone: done } as const;
  const change = useAction(trpc.offer.changeComponent.mutationOptions(), {
    done: "Quantities changed",
    ...options,
  });
  const remove = useAction(trpc.offer.removeComponent.mutationOptions(), {
    done: "Component taken out",
    ...options,
  });
  const form = useZodForm(() => import("./quantity-schema").then((file) => file.QuantitySchema), {
    quantityMin: part.quantityMin,
    quantityDefault: part.quantityDefault,
    quantityMax: part.quantityMax ?? "",
  });
  return (
    <Form
      form={form}
      action={change}
      submit="Save quantities"
      more={
        <Button look="danger" pending={remove.pending} onClick={() => remove.run({ componentId })}>
          Take it out
        </Button>
      }
      onSubmit={({ quantityMax, ...quantities }) =>
        change.run({ componentId, ...quantities, quantityMax: quantityMax || null })
      }
    >
      <QuantityFields unit={part.unit} />
    </Form>
  );
}
