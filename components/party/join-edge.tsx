"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { SelectField } from "@/components/form/choices";
import { DateField, TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Id, PartyId } from "@/server/core/ids";
import type { PartyPage } from "@/server/party/detail";
import { modelOptions } from "./words";

type Props = { party: PartyPage; today: string };
type Agreement = {
  readonly id: Id<"agreement">;
  readonly name: string;
  readonly parentId: PartyId;
  readonly parentName: string;
};

/** Joins a partner to the one it sells through, under an agreement the two have signed. */
export function JoinEdge(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="sm">Join…</Button>}
      title={`Through whom does ${props.party.name} sell?`}
      description="From that day on new quotes run along this edge. Deals that were quoted before keep theirs."
      open={isOpen}
      onOpenChange={setOpen}
    >
      {isOpen && <Choices {...props} done={() => setOpen(false)} />}
    </Dialog>
  );
}

function Choices({ party, ...rest }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.party.agreementChoices.queryOptions({ id: party.id }));
  if (!data) return <Skeleton className="h-40" />;
  if (data.length === 0) return <Callout tone="warn">There is no agreement yet. Sign one first.</Callout>;
  return <EdgeForm agreements={data} party={party} {...rest} />;
}

function EdgeForm({
  party,
  agreements,
  today,
  done,
}: Props & { agreements: readonly Agreement[]; done: () => void }) {
  const trpc = useTRPC();
  const join = useAction(trpc.party.join.mutationOptions(), {
    done: "Edge joined",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./edge-schema").then((file) => file.EdgeSchema), {
    ...{ agreementId: agreements[0]?.id ?? "", model: "buy_sell", family: "*", validFrom: today },
  });
  return (
    <Form
      form={form}
      action={join}
      submit="Join"
      more={<DialogClose />}
      onSubmit={({ agreementId, model, family, validFrom }) => {
        const agreed = agreements.find(({ id }) => id === agreementId);
        if (!agreed) return false;
        const { id, parentId } = agreed;
        return join.run({ parentId, childId: party.id, agreementId: id, model, family, validFrom });
      }}
    >
      <SelectField
        name="agreementId"
        label="Under the agreement"
        options={agreements.map(({ id, name, parentName }) => ({
          value: id,
          label: name,
          hint: `with ${parentName}`,
        }))}
      />
      <SelectField name="model" label="How it trades" options={modelOptions} />
      <FieldRow>
        <TextField name="family" label="Product family" hint="* is every family." />
        <DateField name="validFrom" label="From" hint="Today means from now on." min={today} />
      </FieldRow>
    </Form>
  );
}
