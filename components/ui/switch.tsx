"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { useId } from "react";
import type { CheckProps } from "./checkbox";
import { cx } from "./classes";

/** Takes effect at once. In a form that is saved, use `Checkbox`. */
export function Switch({ children, indeterminate: _, ...props }: CheckProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex w-fit items-center gap-2 select-none">
      <Base.Root {...props} id={id} className={look}>
        <Base.Thumb className={thumb} />
      </Base.Root>
      {children && <span>{children}</span>}
    </label>
  );
}

const look = cx(
  "flex h-4.5 w-8 shrink-0 rounded-full border border-line-strong bg-sunken p-px transition-colors",
  "data-checked:border-river data-checked:bg-river data-disabled:opacity-50",
);

const thumb = cx(
  "aspect-square h-full rounded-full bg-muted transition-transform duration-100",
  "data-checked:translate-x-3.5 data-checked:bg-on-river",
);
