"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/input";
import type { PartyId } from "@/server/core/ids";

type Supplier = { readonly id: PartyId; readonly name: string };

/** Opens a feed of usage for a supplier. */
export function AddSource({ suppliers }: { suppliers: readonly Supplier[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button>Add a source…</Button>}
      title="Who sends usage?"
      description="A source is one feed of one supplier. Its accounts and services are mapped once, for all its files."
      open={isOpen}
      onOpenChange={setOpen}
    >
      {isOpen && <SourceForm suppliers={suppliers} done={() => setOpen(false)} />}
    </Dialog>
  );
}

function SourceForm({ suppliers, done }: { suppliers: readonly Supplier[]; done: () => void }) {
  const trpc = useTRPC();
  const [supplierId, setSupplier] = useState<PartyId | null>(null);
  const [name, setName] = useState("FOCUS usage");
  const add = useAction(trpc.usage.addSource.mutationOptions(), {
    done: "Source added",
    tell: "here",
    onDone: done,
  });
  return (
    <div className="grid gap-4">
      <Field label="Supplier">
        <Combobox
          options={suppliers.map(({ id, name: label }) => ({ value: id, label }))}
          value={supplierId}
          onValueChange={setSupplier}
        />
      </Field>
      <Field label="Name" hint="Tells it from other feeds of the same supplier">
        <TextInput value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {add.refusal && <Callout tone="bad">{add.refusal}</Callout>}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose />
        <Button
          look="primary"
          pending={add.pending}
          disabled={supplierId === null || name.trim().length < 2}
          onClick={() => supplierId && add.run({ supplierId, name })}
        >
          Add source
        </Button>
      </div>
    </div>
  );
}
