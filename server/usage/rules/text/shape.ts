import type { Shape } from "./split";

const delimiters = [",", ";", "\t"] as const;

/**
 * What separates the cells and ends the lines of a text, told by its first line; null when the text given
 * does not hold that line yet. A text of one line, when it is the last there is, ends like any other.
 */
export function shapeOf(text: string, last: boolean): Shape | null {
  const counts = new Map<string, number>(delimiters.map((each) => [each, 0]));
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const each = text.charAt(at);
    if (each === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (each === "\n") return { delimiter: commonest(counts), newline: "\n" };
    else if (each === "\r") {
      if (at + 1 === text.length && !last) return null;
      return { delimiter: commonest(counts), newline: text[at + 1] === "\n" ? "\n" : "\r" };
    } else counts.set(each, (counts.get(each) ?? Number.NaN) + 1);
  }
  return last ? { delimiter: commonest(counts), newline: "\n" } : null;
}

function commonest(counts: ReadonlyMap<string, number>): string {
  return delimiters.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best));
}
