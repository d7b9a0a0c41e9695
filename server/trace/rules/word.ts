/** A count with its noun, as `1 row` or `1,204 rows`. */
export function plural(count: number | bigint, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${BigInt(count) === 1n ? "" : "s"}`;
}
