import { inflateSync } from "node:zlib";

/**
 * The words of a PDF as our printer writes it: plain objects, deflated streams, hexadecimal glyphs with a map
 * of each font.
 */
export function pdfText(file: Buffer): string {
  const objects = objectsOf(file);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = "", id = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1];
      if (map) fonts.set(name, glyphsOf(objects.get(map)?.stream ?? ""));
    }
  }
  return [...objects.values()].map(({ stream }) => wordsOf(stream, fonts)).join("\n");
}

type PdfObject = { readonly head: string; readonly stream: string };

function objectsOf(file: Buffer): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const [, id = "", body = ""] of file.toString("latin1").matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = "", packed] = body.split(/\nstream\n/);
    objects.set(id, { head, stream: packed === undefined ? "" : unpacked(head, packed) });
  }
  return objects;
}

function unpacked(head: string, packed: string): string {
  if (!head.includes("/FlateDecode") || head.includes("/FontFile") || head.includes("/Image")) return "";
  return inflateSync(Buffer.from(packed.replace(/\nendstream$/, ""), "latin1")).toString("latin1");
}

/** A font's glyphs as text: ranges that list what each stands for. */
function glyphsOf(map: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = "", , list = ""] of map.matchAll(/<([\da-f]+)> <([\da-f]+)> \[([^\]]*)\]/gi)) {
    for (const [place, [, code = ""]] of [...list.matchAll(/<([\da-f]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(from, 16) + place).toString(16).padStart(4, "0");
      glyphs.set(glyph, Buffer.from(code, "hex").swap16().toString("utf16le"));
    }
  }
  return glyphs;
}

function wordsOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let glyphs: ReadonlyMap<string, string> = new Map();
  const words: string[] = [];
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map();
    const codes = [...(shown ?? "").matchAll(/<([\da-f]+)>/gi)].map(
      ([, hex = ""]) => hex.match(/.{4}/g) ?? [],
    );
    if (shown)
      words.push(
        codes
          .flat()
          .map((code) => glyphs.get(code.toLowerCase()) ?? "")
          .join(""),
      );
  }
  return words.join("\n");
}
