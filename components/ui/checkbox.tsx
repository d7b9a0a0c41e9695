"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./classes";

export type CheckProps = {
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  indeterminate?: boolean | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  onBlur?: (() => void) | undefined;
  "aria-label"?: string | undefined;
  /** The words beside the box. Inside a row of a table give `aria-label` instead. */
  children?: ReactNode;
};

export function Checkbox({ children, ...props }: CheckProps) {
  const id = useId();
  const box = (
    <Base.Root {...props} id={id} className={look}>
      <Base.Indicator className="flex">
        {props.indeterminate ? <Minus className="size-3" /> : <Check className="size-3" strokeWidth={3} />}
      </Base.Indicator>
    </Base.Root>
  );
  if (!children) return box;
  return (
    <label htmlFor={id} className="flex w-fit items-start gap-2 select-none">
      {box}
      <span>{children}</span>
    </label>
  );
}

const look = cx(
  "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-raised",
  "text-on-river data-checked:border-river data-checked:bg-river data-indeterminate:border-river",
  "data-indeterminate:bg-river data-disabled:opacity-50",
);
