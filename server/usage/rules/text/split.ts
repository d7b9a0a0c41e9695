/**
 * A row that could be cut into cells; `cells` holds the wanted ones at their places and is used again for the
 * next row.
 */
export type SplitRow = {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** How many cells the row has. */
  readonly width: number;
};

/** A row that could not: `place` counts its cells from zero, -1 is the row as a whole. */
export type BrokenRow = {
  readonly number: number;
  readonly place: number;
  readonly reason: string;
  readonly value: string;
};

export type Rows = { row(row: SplitRow): void; broken(row: BrokenRow): void };

export type Shape = { readonly delimiter: string; readonly newline: "\n" | "\r" };

/** Longer rows are broken; nothing longer is ever held in memory. */
export const rowMost = 1_000_000;

const quote = 0x22;
const shownMost = 500;

/**
 * Cuts delimited text (RFC 4180) into rows, fed in pieces of any size. Lines end with LF, CRLF or, where the
 * shape says so, CR. A quote that is never closed breaks the line that it stands in, and reading goes on with
 * the next.
 */
export class Splitter {
  private rest = "";
  private number = 0;
  private skipping = false;
  private wanted: readonly boolean[] | null = null;
  private readonly cells: string[] = [];

  constructor(
    private readonly shape: Shape,
    private readonly rows: Rows,
  ) {}

  /** From the next row on, only these places are kept. */
  want(places: readonly boolean[]): void {
    this.wanted = places;
    this.cells.length = 0;
  }

  feed(text: string, last: boolean): void {
    const source = this.rest + text;
    const scan = new RowScan(source, this.shape, last);
    let at = 0;
    while (at < source.length) {
      const next = this.skipping ? this.skip(source, at) : this.read(scan, source, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = source.slice(at);
  }

  private skip(source: string, at: number): number {
    const end = source.indexOf(this.shape.newline, at);
    this.skipping = end < 0;
    return end < 0 ? source.length : end + 1;
  }

  /** Reads the row that starts there and says where the next one does; -1 when more text is needed. */
  private read(scan: RowScan, source: string, start: number): number {
    const end = scan.run(start, this.wanted, this.cells);
    if (end === RowScan.unfinished) {
      return scan.last || source.length - start > rowMost ? this.giveUp(source, start) : -1;
    }
    this.number += 1;
    const { number, cells } = this;
    if (scan.next - start > rowMost) this.break(source, start, -1, tooLong);
    else if (end === RowScan.faulty)
      this.break(source, start, scan.place, "has text after its closing quote");
    else if (!scan.blank) this.rows.row({ number, cells, width: scan.place + 1 });
    return scan.next;
  }

  /** What began here does not end within a row's length. */
  private giveUp(source: string, start: number): number {
    this.number += 1;
    const end = source.indexOf(this.shape.newline, start);
    if (end >= 0 || source.length - start <= rowMost) {
      this.break(source, start, -1, "opens a quote that is never closed");
      return end < 0 ? source.length : end + 1;
    }
    this.break(source, start, -1, tooLong);
    this.skipping = true;
    return source.length;
  }

  private break(source: string, start: number, place: number, reason: string): void {
    const line = source.slice(start, start + shownMost);
    const end = line.indexOf(this.shape.newline);
    const value = end < 0 ? line : line.slice(0, end);
    this.rows.broken({ number: this.number, place, reason, value });
  }
}

const tooLong = "is longer than 1,000,000 characters";

/**
 * Walks over the rows of one piece of text, one at a time. Whole cells are found by `indexOf`, which is many
 * times faster than looking at each character.
 */
class RowScan {
  static readonly unfinished = -1;
  static readonly faulty = -2;
  static readonly whole = 0;

  /** The cell at hand, and after the walk the last one. */
  place = 0;
  /** Where the next row starts. */
  next = 0;
  blank = false;
  private lineEnd = 0;
  private limit = 0;
  /** The delimiter found last; a text without one is searched once, not once a row. */
  private delimiter = -1;
  private value = "";

  constructor(
    private readonly source: string,
    private readonly shape: Shape,
    readonly last: boolean,
  ) {}

  run(start: number, wanted: readonly boolean[] | null, cells: string[]): number {
    const { source } = this;
    this.place = 0;
    if (!this.findEnd(start, start)) return RowScan.unfinished;
    for (let at = start; ; this.place += 1) {
      const keep = wanted === null || wanted[this.place] === true;
      let end = at;
      if (source.charCodeAt(at) === quote) {
        end = this.quoted(at, start, keep);
        if (end < 0) return end;
      } else {
        end = Math.min(this.delimiterFrom(at), this.limit);
        if (keep) this.value = source.slice(at, end);
      }
      if (keep) cells[this.place] = this.value;
      if (end >= this.limit) break;
      at = end + 1;
    }
    if (wanted === null) cells.length = this.place + 1;
    this.blank = this.limit - start === this.place; // Delimiters alone, or nothing at all.
    return RowScan.whole;
  }

  /** Reads the quoted cell that starts there and says where it ends. */
  private quoted(at: number, start: number, keep: boolean): number {
    const { source } = this;
    let close = source.indexOf('"', at + 1);
    let doubled = false;
    while (close >= 0 && source.charCodeAt(close + 1) === quote) {
      doubled = true;
      close = source.indexOf('"', close + 2);
    }
    if (close < 0 || (close === source.length - 1 && !this.last)) return RowScan.unfinished;
    if (close > this.lineEnd && !this.findEnd(close, start)) return RowScan.unfinished;
    if (close + 1 < this.limit && source[close + 1] !== this.shape.delimiter) return RowScan.faulty;
    if (keep) {
      const inner = source.slice(at + 1, close);
      this.value = doubled ? inner.replaceAll('""', '"') : inner;
    }
    return close + 1;
  }

  private delimiterFrom(at: number): number {
    if (this.delimiter >= at) return this.delimiter;
    const found = this.source.indexOf(this.shape.delimiter, at);
    this.delimiter = found < 0 ? this.source.length : found;
    return this.delimiter;
  }

  private findEnd(from: number, start: number): boolean {
    const { source, shape } = this;
    const found = source.indexOf(shape.newline, from);
    if (found < 0 && !this.last) return false;
    this.lineEnd = found < 0 ? source.length : found;
    this.next = found < 0 ? source.length : found + 1;
    const crlf = shape.newline === "\n" && this.lineEnd > start && source[this.lineEnd - 1] === "\r";
    this.limit = crlf ? this.lineEnd - 1 : this.lineEnd;
    return true;
  }
}
