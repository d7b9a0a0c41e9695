"use client";

import { useController } from "react-hook-form";
import type { FieldProps } from "@/components/ui/field";

/** Every field takes its `name` in the form, which may be a path: `lines.0.quantity`. */
export type Named = Omit<FieldProps, "error"> & { name: string };

export function useAnswer(name: string) {
  const { field, fieldState } = useController({ name });
  const value: unknown = field.value;
  return {
    ...field,
    value: value === undefined || value === null ? "" : value,
    error: fieldState.error?.message,
  };
}
