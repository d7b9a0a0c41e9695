"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { Id } from "@/server/core/ids";
import { replayWord } from "./words";

type Props = {
  sourceId: Id<"usageSource">;
  /** What the supplier calls it; asked for when it is left out. */
  account?: string;
  /** What waits for it, in words: “12 rows”. */
  waiting?: string;
  /** Named on the button where there are several. */
  source?: string | null;
};

/** Says which subscription an account of the supplier is. */
export function MapAccount({ sourceId, account, waiting, source = null }: Props) {
  const map = source === null ? "Map an account…" : `Map an account of ${source}…`;
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="sm">{account === undefined ? map : "Map…"}</Button>}
      title={account === undefined ? "Whose account is it?" : `Whose is account “${account}”?`}
      description={
        waiting === undefined
          ? "Its usage counts for the subscription from now on, and what waits for it is tried at once."
          : `${waiting} wait for it and are tried at once. What has a place is charged with the next bill run.`
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      {isOpen && <AccountForm {...{ sourceId, account }} done={() => setOpen(false)} />}
    </Dialog>
  );
}

type FormProps = { sourceId: Id<"usageSource">; account: string | undefined; done: () => void };

function AccountForm({ sourceId, account: given, done }: FormProps) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const account = given ?? typed.trim();
  const { data } = useQuery(trpc.usage.accountChoices.queryOptions({ sourceId, account: given ?? "" }));
  const suggested = data?.find((each) => each.suggested)?.id ?? null;
  const [chosen, setChosen] = useState<Id<"subscription"> | null>(null);
  const map = useAction(trpc.usage.mapAccount.mutationOptions(), {
    done: replayWord,
    tell: "here",
    onDone: done,
  });
  if (!data) return <Skeleton className="h-32" />;
  if (data.length === 0) {
    return <Callout tone="warn">No subscription has anything of this supplier that is measured.</Callout>;
  }
  const subscriptionId = chosen ?? suggested;
  return (
    <div className="grid gap-4">
      {given === undefined && (
        <Field label="Account" hint="As the file spells it, in the column SubAccountId">
          <TextInput value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
      <Field
        label="Subscription"
        hint={
          chosen === null && suggested !== null
            ? "The supplier named this account as it delivered."
            : undefined
        }
      >
        <Combobox
          options={data.map(({ id, number, customer, offerName, suggested: named }) => ({
            value: id,
            label: `${customer}, ${number}`,
            hint: named ? `${offerName}; named at delivery` : offerName,
          }))}
          value={subscriptionId}
          onValueChange={setChosen}
          placeholder="Customer or number…"
        />
      </Field>
      {map.refusal && <Callout tone="bad">{map.refusal}</Callout>}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose />
        <Button
          look="primary"
          pending={map.pending}
          disabled={subscriptionId === null || account === ""}
          onClick={() => subscriptionId && map.run({ sourceId, account, subscriptionId })}
        >
          Map and take in
        </Button>
      </div>
    </div>
  );
}
