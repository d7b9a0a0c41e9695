import { stringify } from "csv-stringify/sync";

/** One column of a file: its heading, and the exact text of its cell. */
export type CsvColumn<Row> = {
  readonly header: string;
  readonly cell: (row: Row) => string | number | bigint | boolean | null | undefined;
};

/**
 * Rows as CSV (RFC 4180, CRLF), opened by a spreadsheet without harm: a cell of words that would be read
 * as a formula gets an apostrophe before it, and NUL is dropped. Plain numbers, also negative ones, stay
 * numbers.
 */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map(({ cell }) => safe(textOf(cell(row)))));
  const headings = columns.map(({ header }) => safe(header));
  // A return by itself would be read as the end of a line, and what follows it as a cell of its own.
  return stringify([headings, ...cells], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
}

function textOf(value: string | number | bigint | boolean | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

const plainNumber = /^[+-]?\d+(\.\d+)?$/;
const startsFormula = /^[\s\u200b\ufeff]*[=+\-@\t\r\n|%＝＋－＠]/;

function safe(text: string): string {
  const clean = text.replaceAll("\0", "");
  return startsFormula.test(clean) && !plainNumber.test(clean) ? `'${clean}` : clean;
}
