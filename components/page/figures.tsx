import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { cx } from "@/components/ui/classes";

export type Figure = {
  readonly name: string;
  /** `<Amount size="lg">`, a count, a word. */
  readonly value: ReactNode;
  readonly detail?: ReactNode;
  /** The list behind the figure. */
  readonly href?: string;
};

/** The few figures a page is opened for, in one strip; on a phone, a list. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={strip}>
      {figures.map(({ name, value, detail, href }) => (
        <div key={name} className={cell}>
          <dt className="caption">
            {href ? (
              <Anchor href={href} className="after:absolute after:inset-0">
                {name}
              </Anchor>
            ) : (
              name
            )}
          </dt>
          <dd className="text-xl font-semibold tabular-nums sm:mt-1 sm:text-2xl">{value}</dd>
          {detail && <dd className="basis-full text-sm text-muted">{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}

const strip = cx(
  "grid grid-cols-[repeat(auto-fit,minmax(min(100%,12rem),1fr))] overflow-hidden rounded-lg",
  "border border-line bg-surface",
);

const cell = cx(
  "relative -mt-px -ml-px flex min-w-0 flex-wrap items-baseline justify-between gap-x-4",
  "border-t border-l border-line px-4 py-2.5 has-[a]:hover:bg-sunken sm:block sm:py-3",
);
