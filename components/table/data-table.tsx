import type { ReactNode } from "react";
import type { Column, Filter } from "./columns";
import { Grid } from "./grid";
import { type ListQuery, listHref } from "./query";

type Props<Row> = {
  /** What the rows are, in the plural: "orders". Names the table and its count. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  total: number;
  /** From `loadListQuery`. */
  query: ListQuery;
  rowId: (row: Row) => string;
  /** Where Enter or a click on the row goes. */
  rowHref?: (row: Row) => string;
  /** What the search looks in: "number, customer". Without it there is no search. */
  search?: string;
  filters?: readonly Filter[];
  /** The path of the CSV route; the list's own query is added to it. */
  csv?: string;
  /** For a list with no rows at all: an `<EmptyState>` that says what to do. */
  empty: ReactNode;
};

/**
 * The one table of lists. Cells are drawn where the page is, on the server, so that amounts and dates
 * reach the browser as finished text; sorting, filters, search and paging live in the URL.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, total, query, rowId, rowHref, search, filters = [], csv, empty } = props;
  return (
    <Grid
      label={label}
      heads={columns.map(({ cell: _, ...head }) => head)}
      rows={rows.map((row) => ({
        id: rowId(row),
        href: rowHref?.(row) ?? null,
        cells: Object.fromEntries(columns.map(({ id, cell }) => [id, cell(row)])),
      }))}
      total={total}
      spec={query.spec}
      search={search ?? null}
      filters={filters}
      csv={csv ? listHref(csv, query, { page: 1 }) : null}
      empty={empty}
    />
  );
}
