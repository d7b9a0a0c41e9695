"use client";

import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { type Option, Select } from "@/components/ui/select";
import { type Named, useAnswer } from "./answer";

type ChoiceProps = Named & { options: readonly Option[]; placeholder?: string };

export function SelectField({ name, options, placeholder, ...field }: ChoiceProps) {
  const { error, value, onChange, onBlur } = useAnswer(name);
  const chosen = value === "" ? null : String(value);
  return (
    <Field {...field} error={error}>
      <Select {...{ options, placeholder, name, onBlur }} value={chosen} onValueChange={onChange} />
    </Field>
  );
}

export function ComboboxField({ name, options, placeholder, ...field }: ChoiceProps) {
  const { error, value, onChange, onBlur } = useAnswer(name);
  const chosen = value === "" ? null : String(value);
  return (
    <Field {...field} error={error}>
      <Combobox {...{ options, placeholder, name, onBlur }} value={chosen} onValueChange={onChange} />
    </Field>
  );
}
