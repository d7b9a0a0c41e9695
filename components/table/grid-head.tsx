"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { cx } from "@/components/ui/classes";
import type { Head } from "./columns";

type Props = {
  heads: readonly Head[];
  asked: { readonly sort: string; readonly dir: "asc" | "desc" };
  sortBy: (sort: string, dir: "asc" | "desc") => void;
};

/** The headings stay in sight; those that sort are buttons and say how they sort now. */
export function GridHead({ heads, asked, sortBy }: Props) {
  return (
    <thead>
      <tr>
        {heads.map((head, place) => {
          const dir = asked.sort === head.id ? asked.dir : null;
          return (
            <th
              key={head.id}
              scope="col"
              aria-sort={dir ? (dir === "asc" ? "ascending" : "descending") : undefined}
              className={cx(headCell, place === 0 && "left-0 z-30", head.align === "end" && "text-right")}
            >
              {head.sortable ? (
                <button
                  type="button"
                  onClick={() => sortBy(head.id, dir === "asc" ? "desc" : "asc")}
                  className={cx(sorter, dir && "text-ink", head.align === "end" && "flex-row-reverse")}
                >
                  {head.header}
                  {dir === "desc" && <ArrowDown className="size-3" aria-hidden="true" />}
                  {dir === "asc" && <ArrowUp className="size-3" aria-hidden="true" />}
                </button>
              ) : (
                head.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

export const headCell = cx(
  "caption sticky top-0 z-20 border-b border-line bg-sunken px-3 py-2 text-left whitespace-nowrap",
);

const sorter = "inline-flex items-center gap-1 rounded-sm font-medium hover:text-ink";
