import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dropUpload, keepUpload, openUpload } from "./upload";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-uploads-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* sent(...pieces: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("half");
  throw new Error("the line broke");
}

describe("an upload", () => {
  test("is kept under a name of ours, with its length and digest, for this user alone", async () => {
    const kept = await keepUpload(sent("a", "b", "c"), { folder });
    expect(kept).toEqual({
      storageKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", // Of “abc”: FIPS 180-4.
      bytes: 3n,
    });
    expect(statSync(join(folder, kept.storageKey)).mode & 0o777).toBe(0o600);
    const pieces: Uint8Array[] = [];
    for await (const piece of openUpload(kept.storageKey, folder)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe("abc");
    await dropUpload(kept.storageKey, folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that is too large is refused as soon as it is, and leaves nothing", async () => {
    const most = 2 * 1024 * 1024;
    const content = sent(...Array.from({ length: 40 }, () => "x".repeat(100_000)));
    await expect(keepUpload(content, { folder, most })).rejects.toThrow(
      "The file is larger than 2 MB. Split it and send the parts.",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that breaks off leaves nothing", async () => {
    await expect(keepUpload(broken(), { folder })).rejects.toThrow("the line broke");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is found by a key that the storage gave, and by no path", () => {
    expect(() => openUpload("../secrets.json", folder)).toThrow("a storage key is one that the storage gave");
  });
});
