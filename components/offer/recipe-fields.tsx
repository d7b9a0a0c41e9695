"use client";

import { SelectField } from "@/components/form/choices";
import { NumberField, TextField } from "@/components/form/fields";
import { FieldRow } from "@/components/form/form";

const kinds = [
  {
    value: "supplier_api",
    label: "By the supplier's system",
    hint: "It is called, and answers when it is done.",
  },
  { value: "manual", label: "By hand", hint: "Somebody does it, and proves it." },
];

/** How an item is taxed and brought to life. */
export function RecipeFields() {
  return (
    <>
      <FieldRow>
        <TextField name="taxClass" label="Tax class" />
        <SelectField name="kind" label="Delivered" options={kinds} />
      </FieldRow>
      <FieldRow>
        <TextField name="title" label="Task" placeholder="Assign the seats" />
        <NumberField name="hours" label="Takes at most" unit="hours" />
        <TextField name="after" label="After" hint="SKUs of the same order, parted by commas." optional />
      </FieldRow>
    </>
  );
}
