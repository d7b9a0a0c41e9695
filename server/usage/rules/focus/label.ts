import { unreadableIn } from "../text/decoder";
import type { Told } from "./instant";

const sound = /^[^\p{Cc}\p{Cs}\ufffd]{1,200}$/u;

/** What a cell holds: spaces around it are not part of it, and FOCUS writes NULL where there is nothing. */
export function cellText(cell: string | undefined): string {
  if (cell === undefined) return "";
  const text = cell.trim();
  return text === "NULL" || text === "null" ? "" : text;
}

/** Reads a name by which things are found again, such as an account's; `most` is how long it may be. */
export function readLabel(text: string, most = 200): Told<string> {
  if (sound.test(text)) return { value: text };
  if (text === "") return { reason: "is empty" };
  const unreadable = unreadableIn(text);
  if (unreadable) return { reason: unreadable };
  if (text.includes("\0")) return { reason: "holds a NUL byte" };
  if (/\p{Cc}/u.test(text)) return { reason: "holds a control character, such as a line break" };
  if (text.length > most) return { reason: `is longer than ${most.toLocaleString("en")} characters` };
  return { value: text };
}
