import type { ReactNode } from "react";
import { Glyph, type Tone } from "@/components/status/glyph";
import { cx } from "./classes";

const looks = {
  info: "bg-river-soft text-river-deep",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

const glyphs = { info: "ring", good: "check", warn: "clock", bad: "cross" } as const;

type Props = { tone?: Exclude<Tone, "neutral">; title?: ReactNode; children?: ReactNode; action?: ReactNode };

/** Something to know before going on. `bad` is announced at once. */
export function Callout({ tone = "info", title, children, action }: Props) {
  return (
    <div
      role={tone === "bad" ? "alert" : undefined}
      className={cx("flex items-start gap-2.5 rounded-md px-3 py-2 text-sm", looks[tone])}
    >
      <span className="mt-0.5">
        <Glyph shape={glyphs[tone]} />
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}
