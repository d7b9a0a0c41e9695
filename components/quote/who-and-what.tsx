"use client";

import { AddCustomer } from "@/components/customer/add-customer";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { QuoteChoices } from "@/server/quote/read/choices";
import type { Wishes } from "./wishes";

export type WishesProps = {
  choices: QuoteChoices;
  wishes: Wishes;
  change: (some: Partial<Wishes>) => void;
};

const direct = "direct";

/**
 * For whom, of what, through which marketplace, and for how long it is valid. A change keeps the first three.
 */
export function WhoAndWhat({ choices, wishes, change, isFixed }: WishesProps & { isFixed: boolean }) {
  const { customers, offers, marketplaces } = choices;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="grid content-start gap-1.5">
        <Field label="Customer" disabled={isFixed}>
          <Combobox
            options={customers.map(({ id, name, currency }) => ({ value: id, label: name, hint: currency }))}
            value={wishes.customerId}
            onValueChange={(customerId) => change({ customerId })}
            placeholder="Type to find a customer…"
            empty="No customer of yours has that name."
            disabled={isFixed}
          />
        </Field>
        {!isFixed && <AddCustomer own={choices.own} onAdded={(customerId) => change({ customerId })} />}
      </div>
      <Field label="Offer" disabled={isFixed}>
        <Select
          options={offers.map(({ offerId, name, termMonths }) => ({
            value: offerId,
            label: name,
            hint: `${termMonths} months`,
          }))}
          value={wishes.offerId}
          onValueChange={(offerId) => change({ offerId, quantities: {} })}
          placeholder={offers.length > 0 ? "Choose an offer…" : "Nothing is on sale yet"}
          disabled={isFixed}
        />
      </Field>
      {marketplaces.length > 0 && (
        <Field label="Way of the deal" disabled={isFixed}>
          <Select
            options={[
              { value: direct, label: "Direct" },
              ...marketplaces.map(({ id, name }) => ({ value: id as string, label: `Through ${name}` })),
            ]}
            value={wishes.marketplaceId ?? direct}
            onValueChange={(value) =>
              change({ marketplaceId: marketplaces.find(({ id }) => id === value)?.id ?? null })
            }
            disabled={isFixed}
          />
        </Field>
      )}
      <Field label="Valid for">
        <NumberInput
          value={wishes.validDays}
          onChange={(event) => change({ validDays: event.target.value })}
          unit="days"
        />
      </Field>
    </div>
  );
}
