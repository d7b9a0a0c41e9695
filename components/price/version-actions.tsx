"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { DateInput } from "@/components/ui/input";
import type { PriceListPage, PriceVersionPage } from "@/server/offer/price-page";

type Props = { version: PriceVersionPage; list: PriceListPage };

/** Puts a draft in force from a day on, or takes back what is planned. */
export function VersionActions(props: Props) {
  if (props.version.status === "draft") return <Activate {...props} />;
  return props.version.status === "scheduled" ? <Withdraw {...props} /> : null;
}

function Activate({ version, list }: Props) {
  const trpc = useTRPC();
  const [from, setFrom] = useState(list.calendar.today);
  const activate = useAction(trpc.price.activate.mutationOptions(), {
    done: from === list.calendar.today ? "In force" : "Planned",
    tell: "here",
  });
  const inForce = list.versions.find(({ status }) => status === "active");
  const count = (change: string) => version.changes.filter((each) => each.change === change).length;
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Put in force…</Button>}
      title={`Put version ${version.number} of “${list.name}” in force?`}
      consequence="New quotes take these prices from that day on. Quotes and orders there are keep theirs. It cannot be changed any more."
      facts={[
        { name: "Changed", value: count("changed") || null },
        { name: "New", value: count("added") || null },
        { name: "Gone", value: count("removed") || null },
        { name: "Ends", value: inForce ? `version ${inForce.number}` : null },
      ]}
      confirm={from === list.calendar.today ? "Put in force now" : "Plan it"}
      disabled={from === "" || from < list.calendar.today}
      refusal={activate.refusal}
      onConfirm={() => activate.run({ id: version.id, from })}
    >
      <Field label="From" hint="A day of the operator's calendar. Today means from now on.">
        <DateInput value={from} min={list.calendar.today} onChange={(event) => setFrom(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}

function Withdraw({ version, list }: Props) {
  const trpc = useTRPC();
  const withdraw = useAction(trpc.price.withdraw.mutationOptions(), {
    done: "It is a draft again",
    tell: "here",
  });
  return (
    <ConfirmDialog
      trigger={<Button>Take back…</Button>}
      title={`Take version ${version.number} of “${list.name}” back?`}
      consequence="It becomes a draft. The prices before it go on until the next version."
      confirm="Take back"
      refusal={withdraw.refusal}
      onConfirm={() => withdraw.run({ id: version.id })}
    />
  );
}
