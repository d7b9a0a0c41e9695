"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import type { Id } from "@/server/core/ids";

type Props = { readonly id: Id<"task">; readonly title: string };

/** Says that a task is done, and what proves it. */
export function CompleteTask({ id, title }: Props) {
  const trpc = useTRPC();
  const [proof, setProof] = useState("");
  const complete = useAction(trpc.task.complete.mutationOptions(), {
    done: "The task is done",
    tell: "here",
  });
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Mark as done…</Button>}
      title={`Is “${title}” done?`}
      consequence="Its item is delivered and may be charged from today. What waited for it can begin."
      confirm="It is done"
      disabled={proof.trim().length < 3}
      refusal={complete.refusal}
      onConfirm={() => complete.run({ id, proof })}
    >
      <Field label="What proves it" hint="A serial number, a signed protocol, the name of who accepted it">
        <TextArea value={proof} onChange={(event) => setProof(event.target.value)} rows={2} />
      </Field>
    </ConfirmDialog>
  );
}

/** Closes an exception with what was done about it, and begins the task again. */
export function RepairTask({ id, title }: Props) {
  const trpc = useTRPC();
  const [resolution, setResolution] = useState("");
  const repair = useAction(trpc.task.repair.mutationOptions(), {
    done: "The task begins again",
    tell: "here",
  });
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Retry…</Button>}
      title={`Try “${title}” again?`}
      consequence="The supplier's system is asked anew, as the next attempt. It carries the same task out once, whatever was sent before."
      confirm="Try again"
      disabled={resolution.trim().length < 3}
      refusal={repair.refusal}
      onConfirm={() => repair.run({ id, resolution })}
    >
      <Field label="What was mended" hint="It stands in the task's history">
        <TextArea value={resolution} onChange={(event) => setResolution(event.target.value)} rows={2} />
      </Field>
    </ConfirmDialog>
  );
}
