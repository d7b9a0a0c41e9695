"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { Anchor, routeOf } from "@/components/ui/anchor";
import { cx } from "@/components/ui/classes";
import type { DrawnRow, Head } from "./columns";

/** Rows one walks with the arrow keys and opens with Enter or a click; one of them is in the tab order. */
export function GridBody({ heads, rows }: { heads: readonly Head[]; rows: readonly DrawnRow[] }) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, rows.length - 1);
  const router = useRouter();

  function walk(event: KeyboardEvent<HTMLTableSectionElement>) {
    const row = (event.target as Element).closest("tr");
    if (event.target !== row) return;
    const next = stepOf(event.key, current, rows.length);
    if (next !== null) {
      event.preventDefault();
      setAt(next);
      (event.currentTarget.rows[next] as HTMLElement | undefined)?.focus();
    } else if (event.key === "Enter") {
      const href = rows[current]?.href;
      if (href) router.push(routeOf(href));
    }
  }

  function open(event: MouseEvent, href: string | null) {
    if (!href || (event.target as Element).closest("a, button, input, label, summary")) return;
    if (window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(href, "_blank");
    else router.push(routeOf(href));
  }

  return (
    <tbody onKeyDown={walk}>
      {rows.map((row, place) => (
        <tr
          key={row.id}
          tabIndex={place === current ? 0 : -1}
          onFocus={() => setAt(place)}
          onClick={(event) => open(event, row.href)}
          className={cx(line, row.href && "cursor-pointer")}
        >
          {heads.map((head, column) => (
            <Cell key={head.id} head={head} row={row} first={column === 0} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cell({ head, row, first }: { head: Head; row: DrawnRow; first: boolean }) {
  const look = cx(
    cell,
    first && "sticky left-0 z-10 bg-surface font-medium group-hover/row:bg-sunken",
    head.align === "end" && "text-right tabular-nums",
    head.wrap ? "max-w-96 min-w-40" : "whitespace-nowrap",
  );
  const content = row.cells[head.id];
  if (!first) return <td className={look}>{content}</td>;
  return (
    <th scope="row" className={cx(look, "text-left")}>
      {row.href ? (
        <Anchor href={row.href} prefetch={false} tabIndex={-1} className="rounded-sm hover:text-river">
          {content}
        </Anchor>
      ) : (
        content
      )}
    </th>
  );
}

function stepOf(key: string, from: number, count: number): number | null {
  if (key === "ArrowDown" || key === "j") return Math.min(from + 1, count - 1);
  if (key === "ArrowUp" || key === "k") return Math.max(from - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}

const line = "group/row hover:bg-sunken focus-visible:-outline-offset-2 [&:last-child>*]:border-b-0";
const cell = "h-9 border-b border-line px-3 py-1.5 align-middle";
