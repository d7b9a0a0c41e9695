"use client";

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import { cx } from "@/components/ui/classes";
import type { DrawnRow, Filter, Head } from "./columns";
import { GridBody } from "./grid-body";
import { GridHead } from "./grid-head";
import { useListState } from "./list-state";
import { Paging } from "./paging";
import type { ListSpec } from "./query";
import { Toolbar } from "./toolbar";

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature, rowPaginationFeature });
const helper = createColumnHelper<typeof features, DrawnRow>();

type Props = {
  label: string;
  heads: readonly Head[];
  rows: readonly DrawnRow[];
  total: number;
  spec: ListSpec;
  search: string | null;
  filters: readonly Filter[];
  csv: string | null;
  empty: ReactNode;
};

export function Grid({ label, heads, rows, total, spec, search, filters, csv, empty }: Props) {
  const state = useListState(spec);
  const table = useGridTable(heads, rows, total, state);
  const { q, page, size } = state.asked;
  const narrowed = q !== "" || Object.values(state.chosen).some((values) => values.length > 0);
  const shown = new Set(table.getVisibleLeafColumns().map(({ id }) => id));
  const visible = heads.filter(({ id }) => shown.has(id));

  return (
    <div
      className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface"
      aria-busy={state.pending}
    >
      <Toolbar {...{ label, heads, shown, search, filters, csv, state, narrowed }} />
      {rows.length === 0 ? (
        <div className="border-t border-line">
          {narrowed ? <NothingMatches clear={state.clear} /> : empty}
        </div>
      ) : (
        <section
          aria-label={`${label}, scrolls`}
          className={cx(
            "relative max-h-[max(24rem,calc(100dvh-15rem))] overflow-auto border-t border-line",
            "transition-opacity",
            state.pending && "opacity-60",
          )}
        >
          <table className="w-full border-separate border-spacing-0 text-sm" aria-label={label}>
            <GridHead heads={visible} asked={state.asked} sortBy={state.sortBy} />
            <GridBody heads={visible} rows={table.getRowModel().rows.map((row) => row.original)} />
          </table>
        </section>
      )}
      <Paging {...{ label, total, page, size }} goTo={state.goTo} resize={state.resize} />
    </div>
  );
}

/** TanStack keeps columns and rows; what is sorted, paged and hidden comes from the URL. */
function useGridTable(
  heads: readonly Head[],
  rows: readonly DrawnRow[],
  total: number,
  { asked }: ReturnType<typeof useListState>,
) {
  const columns = useMemo(
    () =>
      helper.columns(
        heads.map(({ id, header, sortable = false }) =>
          helper.display({ id, header, enableSorting: sortable }),
        ),
      ),
    [heads],
  );
  const columnVisibility = Object.fromEntries(
    heads.map(({ id, hidden = false }) => [id, hidden === asked.cols.includes(id)]),
  );
  return useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ id }) => id,
    manualSorting: true,
    manualPagination: true,
    rowCount: total,
    state: {
      columnVisibility,
      sorting: asked.sort ? [{ id: asked.sort, desc: asked.dir === "desc" }] : [],
      pagination: { pageIndex: asked.page - 1, pageSize: asked.size },
    },
  });
}

function NothingMatches({ clear }: { clear: () => void }) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-10 text-center">
      <p className="font-semibold">Nothing matches</p>
      <p className="text-sm text-muted">No row fits the search and the filters together.</p>
      <button type="button" onClick={clear} className="rounded-sm text-river underline underline-offset-3">
        Clear search and filters
      </button>
    </div>
  );
}
