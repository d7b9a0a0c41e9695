import { isUtf8 } from "node:buffer";
import type { Encoding } from "./encoding";

/** Bytes in, text out, in pieces of any size. `end` gives what an unfinished character left. */
export type Decoder = { push(bytes: Uint8Array): string; end(): string };

/**
 * A byte that is not UTF-8 comes out as the lone surrogate U+DC00 + byte, which no sound text holds, so that
 * the row and the column it stands in can be named instead of the file being refused or the byte being lost.
 */
export function openDecoder(encoding: Encoding): Decoder {
  if (encoding !== "utf-8") {
    const utf16 = new TextDecoder(encoding, { ignoreBOM: true });
    return { push: (bytes) => utf16.decode(bytes, { stream: true }), end: () => utf16.decode() };
  }
  let kept = Buffer.alloc(0);
  return {
    push(bytes) {
      const all = kept.length > 0 ? Buffer.concat([kept, bytes]) : viewOf(bytes);
      const cut = all.length - unfinished(all);
      kept = Buffer.from(all.subarray(cut));
      return textOf(all.subarray(0, cut));
    },
    end() {
      const text = textOf(kept);
      kept = Buffer.alloc(0);
      return text;
    },
  };
}

/**
 * The first byte of a text that was not UTF-8 (or text that was no sound UTF-16), told in words; null when it
 * is sound.
 */
export function unreadableIn(text: string): string | null {
  const [lone] = /\p{Surrogate}/u.exec(text) ?? [];
  if (lone !== undefined) {
    const byte = (lone.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, "0");
    return `holds the byte 0x${byte}, which is not UTF-8; save the file as UTF-8`;
  }
  return text.includes("\ufffd") ? "holds a character that was lost before the file came here" : null;
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString("utf8") : withNamedBytes(bytes);
}

/** How many bytes at the end begin a character that is not whole yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < lengthOf(byte) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function withNamedBytes(bytes: Buffer): string {
  const parts: string[] = [];
  let sound = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = lengthOf(byte);
    if (
      byte < 0x80 ||
      (length > 1 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length)
    ) {
      at += length;
      continue;
    }
    parts.push(bytes.toString("utf8", sound, at), String.fromCharCode(0xdc00 + byte));
    at += 1;
    sound = at;
  }
  parts.push(bytes.toString("utf8", sound));
  return parts.join("");
}

/** How long a character is that begins with this byte; 1 also for a byte that begins none. */
function lengthOf(byte: number): number {
  if (byte >= 0xf0 && byte < 0xf8) return 4;
  if (byte >= 0xe0) return byte < 0xf0 ? 3 : 1;
  return byte >= 0xc0 ? 2 : 1;
}
