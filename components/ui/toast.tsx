"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { Glyph } from "@/components/status/glyph";
import { cx } from "./classes";

/** Holds the toasts of the whole app; `ApiProvider` already contains it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={6000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-3 bottom-3 z-60 w-[min(23rem,calc(100vw-1.5rem))]">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** Says what has been done, or why it was not. A refusal stays until it is closed. */
export function useToast() {
  const { add } = Base.useToastManager();
  return useMemo(
    () => ({
      done: (title: string, description?: string) => add({ title, description, type: "done" }),
      refused: (title: string, description?: string) =>
        add({ title, description, type: "refused", timeout: 0, priority: "high" }),
    }),
    [add],
  );
}

function Toasts() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className={sheet}>
      <Base.Content className="flex items-start gap-2.5 px-3 py-2.5 text-sm">
        <span className={cx("mt-0.5", toast.type === "refused" ? "text-bad" : "text-good")}>
          <Glyph shape={toast.type === "refused" ? "cross" : "check"} />
        </span>
        <div className="min-w-0 flex-1">
          <Base.Title className="font-semibold" />
          <Base.Description className="text-muted" />
        </div>
        <Base.Close aria-label="Dismiss" className="rounded-sm p-0.5 text-muted hover:text-ink">
          <X className="size-3.5" aria-hidden="true" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

const sheet = cx(
  "absolute right-0 bottom-0 w-full rounded-lg border border-line bg-raised text-ink shadow-lg",
  "[--offset:calc(var(--toast-offset-y)*-1-var(--toast-index)*0.5rem+var(--toast-swipe-movement-y))]",
  "translate-x-[var(--toast-swipe-movement-x)] translate-y-[var(--offset)]",
  "transition-[translate,opacity] duration-200 select-none",
  "data-starting-style:translate-y-full data-starting-style:opacity-0",
  "data-ending-style:opacity-0 data-limited:opacity-0",
);
