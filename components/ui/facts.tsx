import type { ReactNode } from "react";
import { cx } from "./classes";

export type Fact = { readonly name: string; readonly value: ReactNode };

/** What is known about a thing, name and value. Facts without a value are left out. */
export function Facts({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 | 3 }) {
  const grid = { 1: "grid-cols-1", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" }[columns];
  const shown = facts.filter(({ value }) => value !== null && value !== undefined && value !== "");
  return (
    <dl className={cx("grid gap-x-8", grid)}>
      {shown.map(({ name, value }) => (
        <div
          key={name}
          className="flex min-w-0 items-baseline justify-between gap-4 border-b border-line py-1.5"
        >
          <dt className="caption shrink-0">{name}</dt>
          <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
