import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/server/access/scope";

/** Small enough for one statement's text to stay below some megabytes. */
const chunk = 2_000;

/**
 * Adds many rows with one statement for every 2,000 of them, as one JSON parameter: some three times as fast
 * as `values (…), (…)`. Policies and constraints hold as they do for any insert. `onConflict` is the clause
 * after the rows, e.g. sql`on conflict do nothing`.
 */
export async function insertRows<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  onConflict: SQL = sql``,
): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    await db.execute(statement(table, rows.slice(start, start + chunk), onConflict));
  }
}

function statement(table: PgTable, rows: readonly Record<string, unknown>[], onConflict: SQL): SQL {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in (rows[0] ?? {}));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const types = sql.join(
    columns.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`),
    sql`, `,
  );
  const keys = columns.map(([key, column]) => [key, column.name] as const);
  const objects = rows.map((row) => Object.fromEntries(keys.map(([key, name]) => [name, textOf(row[key])])));
  return sql`insert into ${table} (${names})
    select ${names} from jsonb_to_recordset(${JSON.stringify(objects)}::jsonb) as given(${types})
    ${onConflict}`;
}

/** Amounts beyond 2^53 travel as text, which Postgres reads as the column's type. */
function textOf(value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
