import { dayIn } from "./day";
import { invariant } from "./invariant";

/** A stretch of time, half-open: from its first instant up to, and without, its last. */
export type Period = { readonly from: Date; readonly to: Date };

export function contains({ from, to }: Period, instant: Date): boolean {
  return from <= instant && instant < to;
}

/** Whether two periods share an instant. Neighbours do not, and an empty period shares none. */
export function overlaps(left: Period, right: Period): boolean {
  const shared =
    Math.min(left.to.getTime(), right.to.getTime()) - Math.max(left.from.getTime(), right.from.getTime());
  return shared > 0;
}

/**
 * The calendar days of a period where it is lived: 31 for a March, whatever the clocks did in it.
 * Bounds within a day count as the start of that day, so that the days of adjoining periods add up.
 */
export function days({ from, to }: Period, timeZone: string): number {
  invariant(from <= to, "a period does not end before it starts");
  return dayIn(from, timeZone).until(dayIn(to, timeZone), { largestUnit: "days" }).days;
}
