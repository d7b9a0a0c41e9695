import type { ReactNode } from "react";
import { cx } from "@/components/ui/classes";
import type { Column } from "./columns";

type Props<Row> = {
  /** Names the table for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** A last line, by column: totals. */
  foot?: Readonly<Record<string, ReactNode>>;
  /** A line under a row, across all columns: its working, its reason. */
  under?: (row: Row) => ReactNode;
  empty?: ReactNode;
};

/** A region that scrolls must be reachable by key. */
const reachable = { tabIndex: 0 } as const;

/** The lines of one thing, all of them, in their own order: no paging, no script. */
export function LineTable<Row>({ label, columns, rows, rowId, foot, under, empty = "None." }: Props<Row>) {
  const shown = columns.filter(({ hidden = false }) => !hidden);
  if (rows.length === 0) return <div className="px-4 py-3 text-sm text-muted">{empty}</div>;
  return (
    <section aria-label={label} {...reachable} className="relative overflow-x-auto">
      <table className="w-full border-separate border-spacing-0 text-sm" aria-label={label}>
        <thead>
          <tr>
            {shown.map(({ id, header, align }) => (
              <th key={id} scope="col" className={cx(head, align === "end" ? "text-right" : "text-left")}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={rowId(row)} row={row} columns={shown} under={under?.(row)} />
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {shown.map(({ id, align }) => (
                <td key={id} className={cx(total, align === "end" && "text-right tabular-nums")}>
                  {foot[id]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Line<Row>({ row, columns, under }: { row: Row; columns: readonly Column<Row>[]; under: ReactNode }) {
  return (
    <>
      <tr className="hover:bg-sunken">
        {columns.map(({ id, cell, align, wrap }) => (
          <td
            key={id}
            className={cx(
              "border-t border-line px-3 py-1.5 align-top first:pl-4 last:pr-4",
              align === "end" && "text-right tabular-nums",
              align === "end" || wrap === false ? "whitespace-nowrap" : "min-w-24",
            )}
          >
            {cell(row)}
          </td>
        ))}
      </tr>
      {under && (
        <tr>
          <td colSpan={columns.length} className="px-4 pb-2 text-muted">
            {under}
          </td>
        </tr>
      )}
    </>
  );
}

const head = "caption border-t border-line bg-sunken px-3 py-1.5 whitespace-nowrap first:pl-4 last:pr-4";
const total = "border-t border-line-strong px-3 py-2 font-semibold whitespace-nowrap first:pl-4 last:pr-4";
