"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { SelectField } from "@/components/form/choices";
import { TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { roleWord } from "@/components/shell/words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Role } from "@/server/access/actor";
import type { PartyId } from "@/server/core/ids";

type Props = {
  partyId: PartyId;
  name: string;
  /** What its people can be. */
  roles: readonly Role[];
};

/** Lets a person act for a party. */
export function InviteMember(props: Props) {
  const [isOpen, setOpen] = useState(false);
  if (props.roles.length === 0) return null;
  return (
    <Dialog
      trigger={<Button size="sm">Add person…</Button>}
      title={`Who acts for ${props.name}?`}
      description="They can sign in at once, with a one-time link to their address."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <MemberForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function MemberForm({ partyId, roles, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const invite = useAction(trpc.party.invite.mutationOptions(), {
    done: "Person added",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./member-schema").then((file) => file.MemberSchema), {
    ...{ name: "", email: "", role: roles[0] ?? "" },
  });
  return (
    <Form
      form={form}
      action={invite}
      submit="Add person"
      more={<DialogClose />}
      onSubmit={({ role, ...person }) => invite.run({ partyId, ...person, role: role as Role })}
    >
      <FieldRow>
        <TextField name="name" label="Name" />
        <TextField name="email" label="E-mail" type="email" />
      </FieldRow>
      <SelectField
        name="role"
        label="As"
        options={roles.map((value) => ({ value, label: roleWord(value) }))}
      />
    </Form>
  );
}
