import { dayWords } from "./format";

/** A day of the calendar (`2025-03-14`), which has no hour; the hover says whose calendar, if given. */
export function Day({ day, timeZone }: { day: string | null | undefined; timeZone?: string | undefined }) {
  if (!day) return <span className="text-muted">–</span>;
  return (
    <time dateTime={day} title={timeZone && `A day in ${timeZone}`} className="whitespace-nowrap">
      {dayWords(day)}
    </time>
  );
}
