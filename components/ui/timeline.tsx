import type { ReactNode } from "react";
import { Glyph, type Shape, type Tone } from "@/components/status/glyph";
import { toneText } from "@/components/status/tones";

export type Moment = {
  readonly id: string;
  /** Usually an `<Instant>`. */
  readonly at: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: Tone;
  readonly shape?: Shape;
};

/** What happened, newest or oldest first as given. */
export function Timeline({ label, moments }: { label: string; moments: readonly Moment[] }) {
  return (
    <ol aria-label={label} className="grid">
      {moments.map(({ id, at, title, detail, tone = "neutral", shape = "dot" }) => (
        <li key={id} className="relative grid grid-cols-[1rem_1fr] gap-x-2 pb-4 last:pb-0">
          <span className="absolute top-4 bottom-0 left-[0.34rem] w-px bg-line [li:last-child_&]:hidden" />
          <span className={`mt-1 ${toneText[tone]}`}>
            <Glyph shape={shape} />
          </span>
          <div className="min-w-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{title}</span>
              <span className="text-sm text-muted">{at}</span>
            </div>
            {detail && <div className="text-sm text-muted">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
