"use client";

import { SelectField } from "@/components/form/choices";
import { DateField, NumberField, TextField } from "@/components/form/fields";
import { FieldRow } from "@/components/form/form";

const dueOptions = [
  { value: "payment", label: "When the customer pays" },
  { value: "issue", label: "With the invoice" },
];

/** The terms of a version of an agreement. `today` is the first day they can begin. */
export function TermsFields({ today }: { today: string }) {
  return (
    <>
      <FieldRow>
        <NumberField
          name="commissionRate"
          label="Share of a sale"
          hint="On commission and agent edges."
          unit="%"
        />
        <NumberField
          name="discountBand"
          label="Discount band"
          hint="What it may give without asking."
          unit="%"
        />
      </FieldRow>
      <FieldRow>
        <SelectField name="shareDue" label="Its share is due" options={dueOptions} />
        <NumberField name="holdingDays" label="Held for" unit="days" />
      </FieldRow>
      <FieldRow>
        <NumberField name="minimumPayout" label="Payout minimum" />
        <TextField name="currency" label="Currency" />
        <NumberField name="withholdingRate" label="Tax withheld" unit="%" />
      </FieldRow>
      <DateField name="validFrom" label="In force from" hint="Today means from now on." min={today} />
    </>
  );
}
