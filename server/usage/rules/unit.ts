/** Whether two names mean one unit: suppliers write `vCPU-Hours` where a meter counts each `vCPU-hour`. */
export function sameUnit(left: string, right: string): boolean {
  return plainUnit(left) === plainUnit(right);
}

/** In small letters, every word in the singular. */
function plainUnit(unit: string): string {
  return unit
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/)
    .map((word) => (word.length > 2 ? word.replace(/(?<=[^s])s$/, "") : word))
    .join("-");
}
