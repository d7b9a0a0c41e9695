import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { from } from "pg-copy-streams";
import type { Database } from "@/server/access/scope";
import { clientOf } from "./client";

/** A temporary table's name and its columns with their types, as this code alone writes them. */
export type CopyTarget = {
  readonly table: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
};

const batch = 2_000;

/**
 * Fills a temporary table from lines in Postgres's COPY text format: tabs between columns, a line feed after
 * each row, `\N` for nothing and `copyCell` around texts. Postgres refuses COPY into tables with row-level
 * security, so rows go on from there by `insert … select`. Where there is no COPY the same lines travel as
 * JSON.
 */
export async function copyRows(db: Database, target: CopyTarget, lines: string): Promise<void> {
  const client = clientOf(db);
  const names = target.columns.map(([name]) => name).join(", ");
  if (!client) return insertLines(db, target, names, lines);
  await pipeline(
    Readable.from(pieces(lines)),
    client.query(from(`copy ${target.table} (${names}) from stdin`)),
  );
}

/** A text as it stands in a COPY line. */
export function copyCell(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => escapes[each] ?? each) : text;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const unescapes: Readonly<Record<string, string>> = { "\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r" };

function* pieces(lines: string): Generator<Buffer> {
  const most = 1 << 18;
  for (let at = 0; at < lines.length; ) {
    // Cut at the end of a line, never within a character of two code units.
    const end = lines.indexOf("\n", at + most) + 1 || lines.length;
    yield Buffer.from(lines.slice(at, end));
    at = end;
  }
}

async function insertLines(db: Database, target: CopyTarget, names: string, lines: string): Promise<void> {
  const rows = lines.split("\n").slice(0, -1).map(cellsOf);
  const cells = target.columns.map(([, type], place) => `(row ->> ${place})::${type}`).join(", ");
  for (let at = 0; at < rows.length; at += batch) {
    const some = JSON.stringify(rows.slice(at, at + batch));
    await db.execute(sql`insert into ${sql.raw(`${target.table} (${names}) select ${cells}`)}
      from jsonb_array_elements(${some}::jsonb) as row`);
  }
}

function cellsOf(line: string): (string | null)[] {
  return line
    .split("\t")
    .map((cell) => (cell === "\\N" ? null : cell.replace(/\\[\\tnr]/g, (each) => unescapes[each] ?? each)));
}
