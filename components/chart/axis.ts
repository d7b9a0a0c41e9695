import { exponentOf } from "@/server/core/money/currency";
import type { Money } from "@/server/core/money/money";

/** A round label for an axis: 1,250,000 cents as `12.5K`. */
export function axisText(height: number, currency: Money["currency"] | undefined): string {
  const units = currency ? height / 10 ** exponentOf(currency) : height;
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(units);
}

export const tick = { fill: "var(--muted)", fontSize: 11.5 } as const;
export const margin = { top: 8, right: 8, bottom: 0, left: 0 } as const;
