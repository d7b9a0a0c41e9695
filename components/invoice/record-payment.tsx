"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { DateField, NumberField, TextField } from "@/components/form/fields";
import { FieldRow, Form, useZodForm } from "@/components/form/form";
import { Amount } from "@/components/money/money";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import type { Id } from "@/server/core/ids";
import { decimalText, type Money } from "@/server/core/money/money";

type Props = {
  id: Id<"invoice">;
  number: string;
  customer: string;
  open: Money;
  /** The last day money may have come in, where the customer is. */
  today: string;
  /** Made with the page: sent twice, it is one payment. */
  requestKey: string;
};

/** Money that came in for an invoice; what the parties earned of it is released by it. */
export function RecordPayment(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button look="primary">Record payment…</Button>}
      title={`Record a payment of ${props.number}`}
      description="It is divided over the lines that are open, and releases what partners and suppliers earned of them."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <PaymentForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function PaymentForm({ id, customer, open, today, requestKey, done }: Props & { done: () => void }) {
  const trpc = useTRPC();
  const pay = useAction(trpc.invoice.pay.mutationOptions(), {
    done: "Payment recorded",
    tell: "here",
    onDone: done,
  });
  const form = useZodForm(() => import("./payment-schema").then((file) => file.PaymentSchema), {
    amount: decimalText(open),
    reference: "",
    received: today,
  });
  return (
    <Form
      form={form}
      action={pay}
      submit="Record payment"
      more={<DialogClose />}
      onSubmit={({ amount, reference, received }) =>
        pay.run({
          invoiceId: id,
          amount,
          reference,
          requestKey,
          receivedAt: new Date(`${received}T00:00:00Z`),
        })
      }
    >
      <Facts
        facts={[
          { name: "Customer", value: customer },
          { name: "Open", value: <Amount amount={open} /> },
        ]}
      />
      <FieldRow>
        <NumberField name="amount" label="Amount" unit={open.currency} />
        <DateField name="received" label="Received on" max={today} />
      </FieldRow>
      <TextField name="reference" label="Bank reference" placeholder="As the statement shows it" />
    </Form>
  );
}
