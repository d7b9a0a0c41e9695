"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { NumberField } from "@/components/form/fields";
import { Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Id } from "@/server/core/ids";

type Props = { versionId: Id<"offerVersion">; termMonths: number };

/** How long a customer of a draft will be bound. */
export function ChangeTerm(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="sm">Change term…</Button>}
      title="How long does it run?"
      size="sm"
      open={isOpen}
      onOpenChange={setOpen}
    >
      <TermForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function TermForm({ versionId, termMonths, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const change = useAction(trpc.offer.changeTerm.mutationOptions(), {
    done: "Term changed",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./offer-schema").then((file) => file.TermSchema), {
    termMonths: String(termMonths),
  });
  return (
    <Form
      form={form}
      action={change}
      submit="Change term"
      more={<DialogClose />}
      onSubmit={(answers) => change.run({ versionId, ...answers })}
    >
      <NumberField name="termMonths" label="Term" unit="months" />
    </Form>
  );
}
