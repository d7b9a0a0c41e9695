"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { filterParsers, type ListSpec, listParsers } from "./query";

/** The list's own state, which is its URL; a change asks the server again and keeps the old rows meanwhile. */
export function useListState(spec: ListSpec) {
  const [pending, startTransition] = useTransition();
  const options = { shallow: false, startTransition, history: "replace" } as const;
  const [asked, ask] = useQueryStates(listParsers(spec), options);
  const [chosen, choose] = useQueryStates(filterParsers(spec), options);

  return {
    pending,
    asked,
    chosen,
    search: (q: string) => ask({ q: q || null, page: null }, q ? { limitUrlUpdates: debounce(300) } : {}),
    sortBy: (sort: string, dir: "asc" | "desc") => ask({ sort, dir, page: null }),
    goTo: (page: number) => ask({ page }, { history: "push", scroll: true }),
    resize: (size: number) => ask({ size, page: null }),
    switchColumn: (id: string) =>
      ask(
        { cols: asked.cols.includes(id) ? asked.cols.filter((other) => other !== id) : [...asked.cols, id] },
        { shallow: true },
      ),
    filter: (name: string, values: readonly string[]) => {
      ask({ page: null });
      choose({ [name]: values.length > 0 ? [...values] : null });
    },
    clear: () => {
      ask({ q: null, page: null });
      choose(null);
    },
  };
}

export type ListState = ReturnType<typeof useListState>;
