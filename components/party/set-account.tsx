"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";

type Props = { id: PartyId; name: string; currency: Currency | null };

/** Names where a party is paid from now on. */
export function SetAccount(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="sm">Change…</Button>}
      title={`Where is ${props.name} paid?`}
      description="Payouts from now on go there. The account before it stays in the books."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <AccountForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function AccountForm({ id, name, currency, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const set = useAction(trpc.party.setAccount.mutationOptions(), {
    done: "Account changed",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./account-schema").then((file) => file.AccountSchema), {
    ...{ holder: name, iban: "", bic: "", currency: currency ?? "EUR" },
  });
  return (
    <Form
      form={form}
      action={set}
      submit="Change account"
      more={<DialogClose />}
      onSubmit={({ bic, currency: unit, ...account }) =>
        set.run({ partyId: id, ...account, bic: bic || null, currency: unit as Currency })
      }
    >
      <TextField name="holder" label="Account holder" />
      <FieldRow>
        <TextField name="iban" label="IBAN" hint="Or the account number, where there are no IBANs." />
        <TextField name="bic" label="BIC" hint="Needed without an IBAN." optional />
      </FieldRow>
      <TextField name="currency" label="Currency" />
    </Form>
  );
}
