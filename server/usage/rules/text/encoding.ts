import { Refusal } from "@/server/core/refusal";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** How many bytes are enough to tell what a file is. */
export const signatureBytes = 64;

const foreign: readonly (readonly [bytes: readonly number[], is: string])[] = [
  [[0xff, 0xfe, 0, 0], "UTF-32 text; save it as UTF-8"],
  [[0, 0, 0xfe, 0xff], "UTF-32 text; save it as UTF-8"],
  [[0x50, 0x4b, 0x03, 0x04], "a ZIP archive or an Excel workbook; unpack it, or save the sheet as CSV"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook; save the sheet as CSV"],
  [[0x1f, 0x8b], "compressed with gzip; unpack it first"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed with zstd; unpack it first"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file; export it as CSV"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF; export it as CSV"],
];

/**
 * How the text of a file is written, told by its first bytes, and how many of them are a mark; or a refusal
 * by name.
 */
export function encodingOf(start: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  const begins = (bytes: readonly number[]) => bytes.every((byte, at) => start[at] === byte);
  const known = foreign.find(([bytes]) => begins(bytes));
  if (known) throw new Refusal("INVALID", `The file is ${known[1]}.`);
  if (begins([0xef, 0xbb, 0xbf])) return { encoding: "utf-8", mark: 3 };
  if (begins([0xff, 0xfe])) return { encoding: "utf-16le", mark: 2 };
  if (begins([0xfe, 0xff])) return { encoding: "utf-16be", mark: 2 };
  const zeros = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros * 3 > start.length) {
    throw new Refusal(
      "INVALID",
      `Byte ${start.indexOf(0) + 1} of the file is zero, so it is not UTF-8. ` +
        "UTF-16 is read only with its byte-order mark; save the file as UTF-8.",
    );
  }
  return { encoding: "utf-8", mark: 0 };
}
