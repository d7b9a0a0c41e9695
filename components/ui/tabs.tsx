"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import { parseAsString, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { cx } from "./classes";

export type TabItem = {
  readonly value: string;
  readonly label: ReactNode;
  /** A count after the label. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
};

/** Sides of one thing. The open one is kept in the URL (`?tab=`), so that it can be linked to. */
export function Tabs({ items, name = "tab" }: { items: readonly TabItem[]; name?: string }) {
  const first = items[0]?.value ?? "";
  const [asked, setOpen] = useQueryState(name, parseAsString.withDefault(first));
  const open = items.some(({ value }) => value === asked) ? asked : first;
  return (
    <Base.Root value={open} onValueChange={(value: string) => setOpen(value)}>
      <div className="overflow-x-auto border-b border-line">
        <Base.List className="relative flex w-max gap-1">
          {items.map(({ value, label, count }) => (
            <Base.Tab key={value} value={value} className={tab}>
              {label}
              {count !== undefined && <span className="text-xs text-muted tabular-nums">{count}</span>}
            </Base.Tab>
          ))}
          <Base.Indicator className={indicator} />
        </Base.List>
      </div>
      {items.map(({ value, content }) => (
        <Base.Panel key={value} value={value} className="pt-4 outline-offset-4">
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

const tab = cx(
  "flex h-9 items-center gap-1.5 rounded-t-sm px-2.5 font-medium text-muted whitespace-nowrap select-none",
  "hover:text-ink data-active:text-ink focus-visible:-outline-offset-2",
);

const indicator = cx(
  "absolute bottom-0 left-0 h-0.5 w-[var(--active-tab-width)] translate-x-[var(--active-tab-left)] bg-river",
  "transition-[translate,width] duration-150",
);
