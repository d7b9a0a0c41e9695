import type { ReactNode } from "react";
import { Glyph } from "@/components/status/glyph";

type Props = {
  /** "The file could not be read". */
  happened: ReactNode;
  /** "Nothing was changed." */
  kept: ReactNode;
  /** "Try again, or …" */
  next: ReactNode;
  actions?: ReactNode;
  /** A number to tell support. */
  reference?: string | undefined;
};

/** What happened, what was kept, and what to do. */
export function ErrorState({ happened, kept, next, actions, reference }: Props) {
  return (
    <div role="alert" className="grid max-w-prose gap-2 rounded-lg border border-line bg-surface p-5">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <span className="text-bad">
          <Glyph shape="cross" />
        </span>
        {happened}
      </p>
      <p className="text-muted">{kept}</p>
      <p>{next}</p>
      {reference && <p className="text-sm text-muted">Reference: {reference}</p>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
