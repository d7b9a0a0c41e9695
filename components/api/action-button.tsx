"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-look";

type Props = ButtonLook & {
  /** From `useAction`. */
  action: { readonly pending: boolean; readonly refusal: string | null };
  onClick: () => unknown;
  disabled?: boolean;
  icon?: ReactNode;
  children: ReactNode;
};

/** A button that runs an action, and tells beside it why it was refused. */
export function ActionButton({ action, onClick, disabled = false, children, ...look }: Props) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button {...look} pending={action.pending} disabled={disabled} onClick={() => onClick()}>
        {children}
      </Button>
      {action.refusal && (
        <span role="alert" className="text-sm text-bad">
          {action.refusal}
        </span>
      )}
    </span>
  );
}
