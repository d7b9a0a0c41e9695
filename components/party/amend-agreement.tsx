"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { decimalToText } from "@/server/core/decimal";
import { decimalText, money } from "@/server/core/money/money";
import type { AgreementShown } from "@/server/party/detail";
import { TermsFields } from "./terms-fields";

type Props = { agreement: AgreementShown; today: string };

/** Signs the next version of an agreement, beginning from the terms in force. */
export function AmendAgreement(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const next = (props.agreement.versions[0]?.number ?? 0) + 1;
  return (
    <Dialog
      trigger={<Button size="sm">Amend…</Button>}
      title={`Version ${next} of “${props.agreement.name}”`}
      description="It replaces the terms before it from the day you choose. Deals keep the version they were quoted with."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <AmendForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function AmendForm({ agreement, today, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const amend = useAction(trpc.party.amend.mutationOptions(), {
    done: "New version signed",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(
    () => import("./terms-schema").then((file) => file.TermsSchema),
    writtenTerms(agreement, today),
  );
  return (
    <Form
      form={form}
      action={amend}
      submit="Sign this version"
      more={<DialogClose />}
      onSubmit={({ validFrom, ...terms }) => amend.run({ agreementId: agreement.id, terms, validFrom })}
    >
      <TermsFields today={today} />
    </Form>
  );
}

/** The newest terms as a person would write them. */
function writtenTerms({ versions }: AgreementShown, today: string) {
  const [newest] = versions;
  const minimum = newest?.currency ? decimalText(money(newest.minimumPayout, newest.currency)) : "0";
  return {
    commissionRate: percentText(newest?.commissionRate ?? 0n),
    discountBand: percentText(newest?.discountBand ?? 0n),
    withholdingRate: percentText(newest?.withholdingRate ?? 0n),
    shareDue: newest?.shareDue ?? "payment",
    currency: newest?.currency ?? "EUR",
    minimumPayout: minimum,
    holdingDays: String(newest?.holdingDays ?? 0),
    validFrom: today,
  } as const;
}

function percentText(partsPerMillion: bigint): string {
  return decimalToText({ units: partsPerMillion, scale: 4 }).replace(/\.?0+$/, "") || "0";
}
