"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";

export type FieldProps = {
  label: ReactNode;
  /** What to enter and why; stands between label and control. */
  hint?: ReactNode;
  error?: string | undefined;
  /** Says "optional" beside the label: most fields are needed, so the exception is named. */
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** Label, hint, control and error of one answer, tied together for those who hear the page. */
export function Field({
  label,
  hint,
  error,
  optional,
  disabled,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <Base.Root invalid={Boolean(error)} disabled={disabled} className="grid content-start gap-1">
      <Base.Label className="w-fit text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> · optional</span>}
      </Base.Label>
      {hint && <Base.Description className="text-sm text-muted">{hint}</Base.Description>}
      {children}
      <Base.Error match={Boolean(error)} className="text-sm text-bad">
        {error}
      </Base.Error>
    </Base.Root>
  );
}
