import type { ReactNode } from "react";
import { cx } from "./classes";

const key = cx(
  "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line",
  "bg-sunken px-1 font-sans text-xs text-muted",
);

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={key}>{children}</kbd>;
}
