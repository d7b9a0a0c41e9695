import { Refusal } from "@/server/core/refusal";
import { type Decoder, openDecoder } from "../text/decoder";
import { encodingOf, signatureBytes } from "../text/encoding";
import { shapeOf } from "../text/shape";
import { type BrokenRow, rowMost, type SplitRow, Splitter } from "../text/split";
import { type Columns, readHeader } from "./columns";
import { type Rejection, RowReader, type UsageRow, wholeRow } from "./row";

/** What becomes of each row after the header, in order; `number` is its row as a spreadsheet counts. */
export type RowSink = {
  /** Asked first: rows that were accounted for before are counted and not read again. */
  isWanted(): boolean;
  passed(): void;
  usage(number: number, row: UsageRow): void;
  rejected(number: number, rejection: Rejection): void;
};

/**
 * Reads a FOCUS file from its bytes, fed in pieces of any size. A file that cannot be read as such is
 * refused; a row that cannot is handed on with its reason. Holds no more than one row and one piece at a
 * time.
 */
export class FocusReader {
  private start: Buffer | null = Buffer.alloc(0);
  private decoder: Decoder | null = null;
  private head = "";
  private splitter: Splitter | null = null;
  private rows: RowReader | null = null;
  private headings: readonly string[] = [];

  constructor(
    private readonly receivedAt: Date,
    private readonly sink: RowSink,
  ) {}

  push(bytes: Uint8Array): void {
    if (this.start === null) {
      this.take(this.decoder?.push(bytes) ?? "", false);
      return;
    }
    this.start = Buffer.concat([this.start, bytes]);
    if (this.start.length >= signatureBytes) this.take(this.begin(this.start), false);
  }

  end(): void {
    if (this.start?.length === 0) throw new Refusal("INVALID", "The file is empty: it has no header.");
    const first = this.start === null ? "" : this.begin(this.start);
    this.take(first + (this.decoder?.end() ?? ""), true);
    if (!this.rows) throw new Refusal("INVALID", "The file is empty: it has no header.");
  }

  private begin(start: Buffer): string {
    const { encoding, mark } = encodingOf(start.subarray(0, signatureBytes));
    this.decoder = openDecoder(encoding);
    this.start = null;
    return this.decoder.push(start.subarray(mark));
  }

  private take(text: string, last: boolean): void {
    if (this.splitter) {
      this.splitter.feed(text, last);
      return;
    }
    this.head += text;
    const { head } = this;
    const shape = shapeOf(head, last);
    if (shape === null) {
      if (head.length <= rowMost) return;
      throw new Refusal("INVALID", "Row 1, the header, is longer than 1,000,000 characters.");
    }
    const rows = { row: (row: SplitRow) => this.row(row), broken: (row: BrokenRow) => this.broken(row) };
    this.splitter = new Splitter(shape, rows);
    this.head = "";
    this.splitter.feed(head, last);
  }

  private row(row: SplitRow): void {
    if (!this.rows) this.header(readHeader(row.cells));
    else if (!this.sink.isWanted()) this.sink.passed();
    else {
      const read = this.rows.read(row);
      if ("reason" in read) this.sink.rejected(row.number, read);
      else this.sink.usage(row.number, read);
    }
  }

  private header(columns: Columns): void {
    this.headings = columns.headings;
    this.rows = new RowReader(columns, this.receivedAt);
    const wanted = new Set(Object.values(columns.placeOf));
    this.splitter?.want(columns.headings.map((_, place) => wanted.has(place)));
  }

  private broken({ number, place, reason, value }: BrokenRow): void {
    if (!this.rows) throw new Refusal("INVALID", `Row ${number}, the header, ${reason}.`);
    const column = this.headings[place] ?? wholeRow;
    if (this.sink.isWanted()) this.sink.rejected(number, { column, reason, value });
    else this.sink.passed();
  }
}
