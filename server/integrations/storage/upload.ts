import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { invariant } from "@/server/core/invariant";
import { Refusal } from "@/server/core/refusal";
import { env } from "@/server/env";

export type Kept = { readonly storageKey: string; readonly digest: string; readonly bytes: bigint };

/** The largest upload that is taken. */
export const uploadBytesMost = 512 * 1024 * 1024;

const pieceBytes = 1 << 18;

/**
 * Keeps what comes in, as it comes in, in the installation's data folder, which no web server serves. The
 * name is ours and random; nothing of the sender's stands in it. Refuses what is too long as soon as it is,
 * and leaves no part.
 */
export async function keepUpload(
  content: AsyncIterable<Uint8Array>,
  { most = uploadBytesMost, folder = uploadFolder() }: { most?: number; folder?: string } = {},
): Promise<Kept> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const storageKey = randomBytes(16).toString("hex");
  const part = `${pathOf(storageKey, folder)}.part`;
  const hash = createHash("sha256");
  const file = await open(part, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const piece of content) {
      bytes += piece.byteLength;
      if (bytes > most) throw tooLarge(most);
      hash.update(piece);
      await file.write(piece);
    }
    await file.sync();
    await file.close();
    await rename(part, pathOf(storageKey, folder));
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
  return { storageKey, digest: hash.digest("hex"), bytes: BigInt(bytes) };
}

/** The bytes of a kept upload, in pieces. */
export function openUpload(storageKey: string, folder = uploadFolder()): AsyncIterable<Uint8Array> {
  return createReadStream(pathOf(storageKey, folder), { highWaterMark: pieceBytes });
}

/** Forgets an upload that nothing refers to. */
export async function dropUpload(storageKey: string, folder = uploadFolder()): Promise<void> {
  await rm(pathOf(storageKey, folder), { force: true });
}

export function tooLarge(most: number): Refusal {
  return new Refusal(
    "INVALID",
    `The file is larger than ${most / 1024 / 1024} MB. Split it and send the parts.`,
  );
}

function uploadFolder(): string {
  return resolve(env().dataFolder, "uploads");
}

function pathOf(storageKey: string, folder: string): string {
  invariant(/^[0-9a-f]{32}$/.test(storageKey), "a storage key is one that the storage gave");
  return join(folder, storageKey);
}
