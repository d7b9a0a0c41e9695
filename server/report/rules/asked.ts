/** What somebody typed to find something: a name, a number of a document, or both at once. */
export type Asked = {
  /** For `ilike`, with its wildcards taken literally. */
  readonly name: string;
  /** The letters before the number, as `INV`, when they were typed. */
  readonly prefix: string | null;
  /** The number as documents write it, as `000042`; null when none was typed. */
  readonly digits: string | null;
};

/** Reads `INV-42`, `inv 000042`, `42` and `Orchard` as what they ask for. */
export function readAsked(q: string): Asked {
  const read = /^([a-z]{1,4})?[-\s]*(\d{1,12})?$/i.exec(q);
  const [, letters, digits] = read ?? [];
  return {
    name: `%${q.replace(/[%_\\]/g, "\\$&")}%`,
    prefix: letters === undefined ? null : letters.toUpperCase(),
    digits: digits === undefined ? null : digits.replace(/^0+(?=\d)/, "").padStart(6, "0"),
  };
}

/**
 * The numbers of a series that are meant: one exactly, all of a series that was named alone, or none. Never a
 * pattern in
 * the middle, so that an index finds them.
 */
export function numberAsked({ prefix, digits }: Asked, series: string): { is: string } | "newest" | null {
  if (prefix !== null && !(digits === null ? series.startsWith(prefix) : series === prefix)) return null;
  if (digits !== null) return { is: `${series}-${digits}` };
  return prefix !== null && prefix.length >= Math.min(2, series.length) ? "newest" : null;
}
