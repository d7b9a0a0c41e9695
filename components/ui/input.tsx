"use client";

import { Field } from "@base-ui/react/field";
import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps, ReactNode } from "react";
import { control, cx } from "./classes";

type InputProps = Omit<ComponentProps<typeof Base>, "className" | "type">;

export function TextInput({
  type = "text",
  ...props
}: InputProps & { type?: "text" | "email" | "search" | "url" }) {
  return <Base {...props} type={type} className={control} />;
}

type NumberProps = InputProps & {
  /** What is counted, shown inside the box after the number: "EUR", "seats", "%". */
  unit?: ReactNode;
};

/** A number as the exact text that was typed; a float never comes near it. */
export function NumberInput({ unit, ...props }: NumberProps) {
  return (
    <span className="relative block">
      <Base
        {...props}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={cx(control, "text-right tabular-nums", unit !== undefined && "pr-14")}
      />
      {unit !== undefined && <span className={suffix}>{unit}</span>}
    </span>
  );
}

/** A day of the calendar, as `2025-03-14`; no time and no zone. */
export function DateInput(props: InputProps) {
  return <Base {...props} type="date" className={control} />;
}

export function TextArea({ rows = 4, ...props }: Omit<ComponentProps<"textarea">, "className">) {
  return (
    <Field.Control render={<textarea {...props} rows={rows} className={cx(control, "h-auto py-1.5")} />} />
  );
}

const suffix = "caption pointer-events-none absolute inset-y-0 right-0 flex items-center pr-2.5";
