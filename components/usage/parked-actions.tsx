"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import type { ParkedGroup } from "@/server/usage/input";
import { replayWord, rowsWord } from "./words";

/** Tries the rows of a group again, after its cause was mended elsewhere. */
export function TryParked({ group }: { group: ParkedGroup }) {
  const trpc = useTRPC();
  const retry = useAction(trpc.usage.retryParked.mutationOptions(), { done: replayWord });
  return (
    <Button size="sm" pending={retry.pending} onClick={() => retry.run(group)}>
      Try again
    </Button>
  );
}

/** Gives the rows of a group up, with the reason. */
export function WriteOff({ group, rows }: { group: ParkedGroup; rows: number }) {
  const trpc = useTRPC();
  const [because, setBecause] = useState("");
  const writeOff = useAction(trpc.usage.writeOff.mutationOptions(), {
    done: (output) => `${rowsWord(output.rows)} written off`,
    tell: "here",
  });
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" look="quiet">
          Write off…
        </Button>
      }
      title={`Write off ${rowsWord(rows)}?`}
      consequence="They will never be charged to anybody, also when they come again. They stay readable, with your name and reason."
      confirm={`Write off ${rowsWord(rows)}`}
      danger
      disabled={because.trim().length < 5}
      refusal={writeOff.refusal}
      onConfirm={() => writeOff.run({ ...group, because })}
    >
      <Field label="Why they will never be charged">
        <TextArea value={because} onChange={(event) => setBecause(event.target.value)} rows={2} />
      </Field>
    </ConfirmDialog>
  );
}
