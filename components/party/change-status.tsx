"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/input";
import type { PartyId } from "@/server/core/ids";
import type { PartyStatus } from "@/server/party/rules/vocabulary";

const moves: Readonly<Record<PartyStatus, { verb: string; consequence: string; danger: boolean }>> = {
  invited: { verb: "Invite", consequence: "", danger: false },
  active: {
    verb: "Activate",
    consequence: "New deals may run through it from now on.",
    danger: false,
  },
  suspended: {
    verb: "Suspend",
    consequence: "No new deal runs through it or anybody below it. What was ordered goes on, and is paid.",
    danger: true,
  },
  closed: {
    verb: "Close",
    consequence: "It stays in the books and cannot be opened again. What was ordered goes on, and is paid.",
    danger: true,
  },
};

type Props = { id: PartyId; name: string; status: PartyStatus; next: readonly PartyStatus[] };

/** Suspends, reopens or closes a party; each says first what follows from it. */
export function ChangeStatus({ id, name, next }: Props) {
  return next.map((status) => <Change key={status} {...{ id, name, status }} />);
}

function Change({ id, name, status }: Omit<Props, "next">) {
  const trpc = useTRPC();
  const [reason, setReason] = useState("");
  const change = useAction(trpc.party.setStatus.mutationOptions(), {
    done: `${name} is ${status}`,
    tell: "here",
  });
  const { verb, consequence, danger } = moves[status];
  return (
    <ConfirmDialog
      trigger={<Button>{verb}…</Button>}
      title={`${verb} ${name}?`}
      consequence={consequence}
      confirm={verb}
      danger={danger}
      disabled={reason.trim().length < 3}
      refusal={change.refusal}
      onConfirm={() => change.run({ id, status, reason })}
    >
      <Field label="Why" hint="Kept in the audit.">
        <TextInput value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
