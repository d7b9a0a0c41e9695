import { dayWords, instantTitle, wallClock } from "./format";

type Props = {
  /** The first day, or the first moment. */
  from: string | Date;
  /** The first day or moment after it: periods are half-open. */
  to: string | Date | null;
  timeZone?: string | undefined;
};

const dayMillis = 86_400_000;

/** A half-open period told by the days it covers: from 1 Mar to 1 Apr reads `1 – 31 Mar 2025`. */
export function PeriodText({ from, to, timeZone = "UTC" }: Props) {
  const first = dayOf(from, timeZone, 0);
  if (to === null) return <span className="whitespace-nowrap">from {first}</span>;
  const last = dayOf(to, timeZone, -1);
  return (
    <span className="whitespace-nowrap tabular-nums" title={title(from, to, timeZone)}>
      {first === last ? first : `${shortened(first, last)} – ${last}`}
    </span>
  );
}

function dayOf(edge: string | Date, timeZone: string, shift: 0 | -1): string {
  if (edge instanceof Date) return wallClock(new Date(edge.getTime() + shift), timeZone).day;
  const day = new Date(`${edge.slice(0, 10)}T00:00:00Z`);
  return dayWords(new Date(day.getTime() + shift * dayMillis).toISOString());
}

/** The first day without what the last one repeats. */
function shortened(first: string, last: string): string {
  const [day = "", month = "", year = ""] = first.split(" ");
  const [, lastMonth, lastYear] = last.split(" ");
  if (year !== lastYear) return first;
  return month === lastMonth ? day : `${day} ${month}`;
}

function title(from: string | Date, to: string | Date, timeZone: string): string {
  if (from instanceof Date && to instanceof Date) {
    return `From ${instantTitle(from, timeZone)} until before ${instantTitle(to, timeZone)}`;
  }
  return `Whole days in ${timeZone}`;
}
