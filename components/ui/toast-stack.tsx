"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Glyph } from "@/components/status/glyph";
import { cx } from "./classes";
import type { Note } from "./toast";

/** Every note so far, told once each. */
export function ToastStack({ notes }: { notes: readonly Note[] }) {
  return (
    <Base.Provider timeout={6000} limit={3}>
      <Teller notes={notes} />
      <Base.Portal>
        <Base.Viewport className="fixed right-3 bottom-3 z-60 w-[min(23rem,calc(100vw-1.5rem))]">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Teller({ notes }: { notes: readonly Note[] }) {
  const { add } = Base.useToastManager();
  const told = useRef(0);

  useEffect(() => {
    for (const { kind, title, description } of notes.slice(told.current)) {
      const stays = kind === "refused" ? ({ timeout: 0, priority: "high" } as const) : {};
      add({ title, description, type: kind, ...stays });
    }
    told.current = notes.length;
  }, [notes, add]);

  return null;
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
