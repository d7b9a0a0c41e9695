"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { cx } from "@/components/ui/classes";

type Props = {
  /** What is folded: "Below Alpine Distribution". */
  label: string;
  /** Stays in sight, beside the button. */
  line: ReactNode;
  children: ReactNode;
};

/** A branch that can be folded away. */
export function Fold({ label, line, children }: Props) {
  const [isOpen, setOpen] = useState(true);
  const id = useId();
  return (
    <>
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={label}
          onClick={() => setOpen(!isOpen)}
          className="rounded-sm p-0.5 text-muted hover:text-ink"
        >
          <ChevronRight
            className={cx("size-3.5 transition-transform", isOpen && "rotate-90")}
            aria-hidden="true"
          />
        </button>
        {line}
      </div>
      <div id={id} hidden={!isOpen} className="ml-2 border-l border-line pl-3">
        {children}
      </div>
    </>
  );
}
