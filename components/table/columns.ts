import type { ReactNode } from "react";

/** One column of a table: its heading, and how a row fills it. */
export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for amounts, counts and quantities. */
  readonly align?: "end";
  /** The `id` is then a name the procedure can sort by. */
  readonly sortable?: boolean;
  /** Not shown until it is chosen. */
  readonly hidden?: boolean;
  /** Lets long words wrap in a list, up to a readable width; lines of one thing wrap unless it is `false`. */
  readonly wrap?: boolean;
};

/** A column as the browser needs it: the cells are drawn already. */
export type Head = Omit<Column<never>, "cell">;

export type DrawnRow = {
  readonly id: string;
  readonly href: string | null;
  readonly cells: Readonly<Record<string, ReactNode>>;
};

/** One way to narrow a list; `name` is a parameter of its URL and a filter of its procedure. */
export type Filter = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};
