import type { Money } from "@/server/core/money/money";

export type Series = { readonly id: string; readonly label: string };

/** One place on the time axis, and the exact value of each series there. */
export type Point = { readonly at: string; readonly values: Readonly<Record<string, Money>> };

/** One step of a waterfall: the whole, a part taken from it, or what is left. */
export type Step = {
  readonly label: string;
  readonly amount: Money;
  readonly kind: "whole" | "part" | "rest";
};

export const colours = [
  "var(--series-1)",
  "var(--series-2)",
  "var(--series-3)",
  "var(--series-4)",
  "var(--series-5)",
  "var(--series-6)",
] as const;

/** The height of a drawing needs no exactness, so here, and only here, an amount becomes a float. */
export function heightOf({ minor }: Money): number {
  return Number(minor);
}
