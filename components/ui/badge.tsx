import type { ReactNode } from "react";
import type { Tone } from "@/components/status/glyph";
import { cx } from "./classes";

const looks: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-muted",
  info: "bg-river-soft text-river-deep",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** A short label: a kind, a count, a version. For the state of a thing, use `Status`. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={cx("inline-flex items-center rounded-sm px-1.5 text-xs font-medium", looks[tone])}>
      {children}
    </span>
  );
}
