"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-look";
import { cx, veil } from "./classes";
import type { DialogProps } from "./dialog";

type Props = Omit<DialogProps, "trigger"> & { open: boolean; onOpenChange: (open: boolean) => void };

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-4xl" } as const;

export function DialogSheet({ title, description, footer, size = "md", children, ...state }: Props) {
  return (
    <Base.Root open={state.open} onOpenChange={(open) => state.onOpenChange(open)}>
      <Base.Portal>
        <Base.Backdrop className={veil} />
        <Base.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-3">
          <Base.Popup className={cx(sheet, widths[size])}>
            <header className="flex items-start gap-4 px-5 pt-4">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-muted">{description}</Base.Description>
                )}
              </div>
              <Base.Close className={buttonClass({ look: "quiet", size: "icon" })} aria-label="Close">
                <X className="size-4" aria-hidden="true" />
              </Base.Close>
            </header>
            {children && <div className="px-5 pt-4">{children}</div>}
            {footer && <footer className={foot}>{footer}</footer>}
            {!footer && <div className="h-5" />}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

export function DialogClose({ children = "Cancel" }: { children?: ReactNode }) {
  return <Base.Close className={buttonClass({})}>{children}</Base.Close>;
}

const foot = "mt-5 flex flex-wrap justify-end gap-2 rounded-b-lg border-t border-line bg-surface px-5 py-3";

const sheet = cx(
  "w-full rounded-lg border border-line bg-raised text-ink shadow-lg outline-none",
  "transition-[opacity,transform] duration-150",
  "data-starting-style:translate-y-1.5 data-starting-style:opacity-0",
  "data-ending-style:opacity-0",
);
