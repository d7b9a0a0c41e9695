"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { DateInput, NumberInput, TextArea, TextInput } from "@/components/ui/input";
import { type Named, useAnswer } from "./answer";

export function TextField({
  name,
  type,
  placeholder,
  ...field
}: Named & { type?: "text" | "email" | "url"; placeholder?: string }) {
  const { error, value, ...answer } = useAnswer(name);
  return (
    <Field {...field} error={error}>
      <TextInput {...answer} value={String(value)} type={type ?? "text"} placeholder={placeholder} />
    </Field>
  );
}

/** Holds the number as text; the schema says which decimals it takes. */
export function NumberField({ name, unit, ...field }: Named & { unit?: ReactNode }) {
  const { error, value, ...answer } = useAnswer(name);
  return (
    <Field {...field} error={error}>
      <NumberInput {...answer} value={String(value)} unit={unit} />
    </Field>
  );
}

/** Holds a day as `2025-03-14`. */
export function DateField({ name, min, max, ...field }: Named & { min?: string; max?: string }) {
  const { error, value, ...answer } = useAnswer(name);
  return (
    <Field {...field} error={error}>
      <DateInput {...answer} value={String(value)} min={min} max={max} />
    </Field>
  );
}

export function TextAreaField({ name, rows = 4, ...field }: Named & { rows?: number }) {
  const { error, value, ...answer } = useAnswer(name);
  return (
    <Field {...field} error={error}>
      <TextArea {...answer} value={String(value)} rows={rows} />
    </Field>
  );
}

/** One yes or no; its label stands beside the box. */
export function CheckboxField({ name, label, disabled }: Pick<Named, "name" | "label" | "disabled">) {
  const { value, onChange, onBlur, error } = useAnswer(name);
  return (
    <div className="grid gap-1">
      <Checkbox {...{ name, onBlur, disabled }} checked={value === true} onCheckedChange={onChange}>
        {label}
      </Checkbox>
      {error && <p className="text-sm text-bad">{error}</p>}
    </div>
  );
}
