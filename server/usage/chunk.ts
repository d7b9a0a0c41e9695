import { copyCell } from "@/db/copy-rows";
import type { Rejection, UsageRow } from "./rules/focus/row";

/** Enough rows for one transaction to be worth its while, and few enough to be held in memory. */
export const chunkRows = 50_000;

export type Rejected = Rejection & { readonly rowNumber: number };

/** The rows of one transaction, as they go to the database. */
export type Chunk = {
  readonly number: number;
  readonly rowsRead: number;
  readonly staged: number;
  /** Lines for `stagedRow` and `stagedRoute`. */
  readonly rows: string;
  readonly routes: string;
  readonly rejected: readonly Rejected[];
};

const valueMost = 500;
const joinedAt = 1_000;

/**
 * Gathers the rows of a file into chunks of a fixed size, so that a file begun again falls into the same
 * ones.
 */
export class ChunkBuilder {
  private number = 1;
  private rowsRead = 0;
  private staged = 0;
  private lines: string[] = [];
  private blocks: string[] = [];
  private routes = new Map<string, number>();
  private routeLines: string[] = [];
  private rejects: Rejected[] = [];
  private full: Chunk[] = [];

  constructor(
    private readonly taken: ReadonlySet<number>,
    private readonly size: number = chunkRows,
  ) {}

  isWanted(): boolean {
    return !this.taken.has(this.number);
  }

  passed(): void {
    this.count();
  }

  usage(number: number, row: UsageRow): void {
    const route = this.routeOf(row);
    const resource = row.resource === null ? "\\N" : copyCell(row.resource);
    this.lines.push(
      `1\t${number}\t${route}\t${row.quantity}\t${row.usedAt}\t${row.key}\t${row.hash}\t${resource}\n`,
    );
    if (this.lines.length === joinedAt) this.join();
    this.staged += 1;
    this.count();
  }

  rejected(rowNumber: number, { column, reason, value }: Rejection): void {
    this.rejects.push({ rowNumber, column: shown(column, 200), reason, value: shown(value, valueMost) });
    this.count();
  }

  /** The chunks that are full by now. */
  take(): Chunk[] {
    const { full } = this;
    this.full = [];
    return full;
  }

  /** The last chunk, if it holds anything. */
  end(): void {
    if (this.rowsRead > 0) this.close();
  }

  private count(): void {
    this.rowsRead += 1;
    if (this.rowsRead === this.size) this.close();
  }

  private close(): void {
    this.join();
    const { number, rowsRead, staged, rejects: rejected } = this;
    const [rows, routes] = [this.blocks.join(""), this.routeLines.join("")];
    if (this.isWanted()) this.full.push({ number, rowsRead, staged, rows, routes, rejected });
    this.number += 1;
    this.rowsRead = 0;
    this.staged = 0;
    this.blocks = [];
    this.routes = new Map();
    this.routeLines = [];
    this.rejects = [];
  }

  private join(): void {
    this.blocks.push(this.lines.join(""));
    this.lines = [];
  }

  private routeOf({ account, service, sku, unit }: UsageRow): number {
    const name = `${account}\t${service}\t${sku}\t${unit}`; // No name holds a tab.
    const known = this.routes.get(name);
    if (known !== undefined) return known;
    const route = this.routes.size + 1;
    this.routes.set(name, route);
    const cells = [account, service, sku, unit].map(copyCell).join("\t");
    this.routeLines.push(`${route}\t${cells}\n`);
    return route;
  }
}

/** What can be kept and shown of what stood there: Postgres keeps no NUL, and no byte that is no text. */
function shown(value: string, most: number): string {
  const short = value.slice(0, most).replaceAll("\0", "␀");
  return short.replace(/\p{Surrogate}/gu, byteName).slice(0, most);
}

function byteName(lone: string): string {
  return `\\x${(lone.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, "0")}`;
}
