import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Seen } from "../rules/vocabulary";

export type SeenById = ReadonlyMap<string, Seen>;

/** One of these ids, sent as one parameter however many there are. */
export function among(column: AnyPgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])}::text[])`;
}

/** What is known of each row, by its id. */
export function seenById<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  seenOf: (row: Row) => Partial<Seen> & Pick<Seen, "title">,
): SeenById {
  const nothing = { subtitle: null, amount: null, status: null, at: null, facts: [], page: null };
  return new Map(rows.map((row) => [idOf(row), { ...nothing, ...seenOf(row) }]));
}
