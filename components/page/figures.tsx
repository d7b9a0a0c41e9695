import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";

export type Figure = {
  readonly name: string;
  /** `<Amount size="lg">`, a count, a word. */
  readonly value: ReactNode;
  readonly detail?: ReactNode;
  /** The list behind the figure. */
  readonly href?: string;
};

/** The few figures a page is opened for, in one strip. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] overflow-hidden rounded-lg border border-line bg-line gap-px">
      {figures.map(({ name, value, detail, href }) => (
        <div key={name} className="relative min-w-0 bg-surface px-4 py-3 has-[a:hover]:bg-sunken">
          <dt className="caption">
            {href ? (
              <Anchor href={href} className="after:absolute after:inset-0">
                {name}
              </Anchor>
            ) : (
              name
            )}
          </dt>
          <dd className="mt-1 text-2xl font-semibold tabular-nums">{value}</dd>
          {detail && <dd className="text-sm text-muted">{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
