"use client";

import { NumberField } from "@/components/form/fields";
import { FieldRow } from "@/components/form/form";

/** How many of a component may be ordered. */
export function QuantityFields({ unit }: { unit: string }) {
  const counted = unit === "" ? "" : ` (${unit})`;
  return (
    <FieldRow>
      <NumberField name="quantityDefault" label={`Usual${counted}`} hint="What a quote begins with." />
      <NumberField name="quantityMin" label={`At least${counted}`} hint="Zero may be left out." />
      <NumberField name="quantityMax" label={`At most${counted}`} hint="Empty is no limit." optional />
    </FieldRow>
  );
}
