"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";

type Props = {
  label: string;
  total: number;
  page: number;
  size: number;
  goTo: (page: number) => void;
  resize: (size: number) => void;
};

const sizes = [25, 50, 100, 200] as const;

/** How many there are, which of them are here, and the way to the others. */
export function Paging({ label, total, page, size, goTo, resize }: Props) {
  const first = total === 0 ? 0 : (page - 1) * size + 1;
  const last = Math.min(page * size, total);
  const pages = Math.max(1, Math.ceil(total / size));
  const count = new Intl.NumberFormat("en");
  return (
    <footer className={foot}>
      <p className="text-muted tabular-nums" aria-live="polite">
        {pages > 1 && `${count.format(first)}–${count.format(last)} of `}
        {count.format(total)} {total === 1 ? singular(label) : label}
      </p>
      {total > sizes[0] && (
        <div className="flex items-center gap-2">
          <label className="flex items-center gap-1.5 text-muted">
            Rows
            <select
              value={size}
              onChange={(event) => resize(Number(event.target.value))}
              className="h-7 rounded-md border border-line-strong bg-raised px-1 text-ink"
            >
              {[...new Set([...sizes, size])]
                .sort((left, right) => left - right)
                .map((rows) => (
                  <option key={rows} value={rows}>
                    {rows}
                  </option>
                ))}
            </select>
          </label>
          <Button
            look="quiet"
            size="icon"
            aria-label="Previous page"
            disabled={page <= 1}
            onClick={() => goTo(page - 1)}
          >
            <ChevronLeft className="size-4" aria-hidden="true" />
          </Button>
          <span className="text-muted tabular-nums">
            {page} / {pages}
          </span>
          <Button
            look="quiet"
            size="icon"
            aria-label="Next page"
            disabled={page >= pages}
            onClick={() => goTo(page + 1)}
          >
            <ChevronRight className="size-4" aria-hidden="true" />
          </Button>
        </div>
      )}
    </footer>
  );
}

const foot = "flex flex-wrap items-center justify-between gap-2 border-t border-line px-3 py-1.5 text-sm";

/** Of a list's own name, which is a plain English plural. */
function singular(label: string): string {
  return label.replace(/ies$/, "ys").replace(/s$/, "");
}
