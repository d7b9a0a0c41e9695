import type { ReactNode } from "react";
import { Glyph, type Shape } from "@/components/status/glyph";
import { cx } from "./classes";

export type Step = {
  readonly label: string;
  readonly state: "done" | "current" | "ahead" | "failed";
  readonly detail?: ReactNode;
};

const shapes: Readonly<Record<Step["state"], Shape>> = {
  done: "check",
  current: "half",
  ahead: "ring",
  failed: "cross",
};
const colours: Readonly<Record<Step["state"], string>> = {
  done: "text-good",
  current: "text-river",
  ahead: "text-muted",
  failed: "text-bad",
};
const words: Readonly<Record<Step["state"], string>> = {
  done: "done",
  current: "now",
  ahead: "to come",
  failed: "failed",
};

/** Where a thing stands on its way, left to right; on a phone, top to bottom. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-x-2 gap-y-1 sm:flex-row sm:flex-wrap sm:items-center">
      {steps.map(({ label: name, state, detail }, place) => (
        <li
          key={name}
          aria-current={state === "current" ? "step" : undefined}
          className="flex items-center gap-2 text-sm"
        >
          {place > 0 && <span className="hidden h-px w-5 bg-line-strong sm:block" aria-hidden="true" />}
          <span className={colours[state]}>
            <Glyph shape={shapes[state]} />
          </span>
          <span className={cx(state === "current" && "font-semibold", state === "ahead" && "text-muted")}>
            {name}
            <span className="sr-only"> ({words[state]})</span>
          </span>
          {detail && <span className="text-muted">{detail}</span>}
        </li>
      ))}
    </ol>
  );
}
