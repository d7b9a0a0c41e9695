"use client";

import { NumberField } from "@/components/form/fields";
import { FieldRow } from "@/components/form/form";

/** How many of a component may be ordered. */
export function QuantityFields({ unit }: { unit: string }) {
  return (
    <FieldRow>
      <NumberField name="quantityDefault" label="Usual" hint="What a quote begins with." unit={unit} />
      <NumberField name="quantityMin" label="At least" unit={unit} />
      <NumberField name="quantityMax" label="At most" hint="Empty is no limit." unit={unit} optional />
    </FieldRow>
  );
}
