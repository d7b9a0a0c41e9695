import { and, eq } from "drizzle-orm";
import { usageChunk } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { type Chunk, ChunkBuilder, chunkRows } from "./chunk";
import { refuseFile } from "./finish";
import { placeChunk } from "./place";
import { type FileRow, readFile } from "./read/file";
import { FocusReader } from "./rules/focus/reader";

export type Import = {
  readonly fileId: Id<"usageFile">;
  /** Opens a transaction of its own for each chunk. */
  readonly inScope: <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;
  /** The file's bytes from the first to the last. */
  readonly content: (file: FileRow) => AsyncIterable<Uint8Array>;
  /** How many chunks are taken before it stops to be called again. */
  readonly chunksMost?: number;
  readonly rowsPerChunk?: number;
};

/** While the database places one chunk, the next is read and travels. More would only wait for the lock. */
const atOnce = 2;

/**
 * Takes a file in, chunk by chunk, each in a transaction of its own. Killed at any point and called again it
 * goes on where it was, because what was taken is known by chunk. `more` asks to be called again; `done` to
 * be finished.
 */
export async function importFile(asked: Import): Promise<"more" | "done"> {
  const { fileId, inScope, content, chunksMost = Number.POSITIVE_INFINITY, rowsPerChunk = chunkRows } = asked;
  const { file, taken } = await inScope(async (scope) => ({
    file: await readFile(scope, fileId),
    taken: await takenChunks(scope, fileId),
  }));
  if (file.status !== "processing") return "done";

  const builder = new ChunkBuilder(taken, rowsPerChunk);
  const reader = new FocusReader(file.receivedAt, builder);
  const lane = new Lane((chunk) => inScope((scope) => placeChunk(scope, file, chunk)));
  try {
    for await (const bytes of content(file)) {
      reader.push(bytes);
      for (const chunk of builder.take()) await lane.add(chunk);
      if (lane.added >= chunksMost) return await lane.end("more");
    }
    reader.end();
    builder.end();
    for (const chunk of builder.take()) await lane.add(chunk);
    return await lane.end("done");
  } catch (error) {
    await lane.settle();
    if (!(error instanceof Refusal)) throw error;
    await inScope((scope) => refuseFile(scope, file, error.message));
    return "done";
  }
}

async function takenChunks({ actor, db }: Scope, fileId: Id<"usageFile">): Promise<ReadonlySet<number>> {
  const found = await db
    .select({ number: usageChunk.number })
    .from(usageChunk)
    .where(and(eq(usageChunk.operatorId, actor.operator), eq(usageChunk.fileId, fileId)));
  return new Set(found.map(({ number }) => number));
}

/** Places chunks, a few at once, and makes who adds more wait. */
class Lane {
  added = 0;
  private readonly running = new Set<Promise<void>>();
  private failure: unknown;

  constructor(private readonly place: (chunk: Chunk) => Promise<void>) {}

  async add(chunk: Chunk): Promise<void> {
    while (this.running.size >= atOnce) await Promise.race(this.running);
    this.check();
    this.added += 1;
    const work: Promise<void> = this.place(chunk)
      .catch((error: unknown) => {
        this.failure ??= error;
      })
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  async end<Result>(result: Result): Promise<Result> {
    await this.settle();
    this.check();
    return result;
  }

  async settle(): Promise<void> {
    await Promise.all(this.running);
  }

  private check(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}
