"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { filterParsers, type ListSpec, listParsers } from "./query";

/** The list's own state, which is its URL; a change asks the server and keeps the old rows meanwhile. */
export function useListState(spec: ListSpec) {
  const [pending, startTransition] = useTransition();
  // Filters are read by a hook of their own, and written with the rest: one change, one question.
  const [chosen] = useQueryStates(filterParsers(spec));
  const all = { ...listParsers(spec), ...filterParsers(spec) };
  const [asked, ask] = useQueryStates(all, { shallow: false, startTransition });

  return {
    pending,
    asked,
    chosen,
    search: (q: string) => ask({ q: q || null, page: null }, q ? { limitUrlUpdates: debounce(300) } : {}),
    sortBy: (sort: string, dir: "asc" | "desc") => ask({ sort, dir, page: null }),
    goTo: (page: number) => ask({ page }, { history: "push", scroll: true }),
    resize: (size: number) => ask({ size, page: null }),
    switchColumn: (id: string) => ask({ cols: switched(asked.cols, id) }, { shallow: true }),
    filter: (name: string, values: readonly string[]) =>
      ask({ page: null, [name]: values.length > 0 ? [...values] : null }),
    clear: () =>
      ask({ q: null, page: null, ...Object.fromEntries(Object.keys(chosen).map((name) => [name, null])) }),
  };
}

function switched(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

export type ListState = ReturnType<typeof useListState>;
