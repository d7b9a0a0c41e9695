import { Temporal } from "temporal-polyfill";
import { dayIn } from "./day";
import { invariant } from "./invariant";
import type { Period } from "./period";
import { Refusal } from "./refusal";

/** The first instant of the day it is in that place; not always midnight, where clocks change at midnight. */
export function startOfDay(instant: Date, timeZone: string): Date {
  return start(dayIn(instant, timeZone), timeZone);
}

/** The end of the day it is in that place, which is where the next one starts. */
export function endOfDay(instant: Date, timeZone: string): Date {
  return start(dayIn(instant, timeZone).add({ days: 1 }), timeZone);
}

/** The day it is in that place, as `2026-03-31` (ISO 8601). */
export function dayText(instant: Date, timeZone: string): string {
  return dayIn(instant, timeZone).toString();
}

/** Reads a day as `2026-03-31` and gives its first instant in that place, or refuses the text by name. */
export function dayFromText(text: string, timeZone: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw notADay(text);
  let day: Temporal.PlainDate;
  try {
    day = Temporal.PlainDate.from(text);
  } catch {
    throw notADay(text);
  }
  return start(day, timeZone);
}

/**
 * The start of the anchor's day, that many months on. Always counted from the anchor itself: one month after
 * the 31st of January is the last of February, two months after it is the 31st of March.
 */
export function addMonthsAnchored(anchor: Date, months: number, timeZone: string): Date {
  return start(dayIn(anchor, timeZone).add({ months }), timeZone);
}

/**
 * The periods of so many months, anchored to a day, that share time with `[from, to)`; whole and in order,
 * also where they begin before `from` or end after `to`. They go on before the anchor as they do after it.
 */
export function billingPeriods(
  anchor: Date,
  timeZone: string,
  from: Date,
  to: Date,
  months = 1,
): readonly Period[] {
  invariant(Number.isSafeInteger(months) && months > 0, "a period has a whole number of months");
  const bound = (count: number) => addMonthsAnchored(anchor, count * months, timeZone);
  const elapsed = dayIn(anchor, timeZone).until(dayIn(from, timeZone), { largestUnit: "months" }).months;
  let count = Math.floor(elapsed / months);
  while (bound(count) > from) count -= 1;
  while (bound(count + 1) <= from) count += 1;
  const periods: Period[] = [];
  for (; from < to && bound(count) < to; count += 1)
    periods.push({ from: bound(count), to: bound(count + 1) });
  return periods;
}

/** The monthly period, anchored to a day of the month, that an instant is in; day 31 means the last day. */
export function periodAt(anchorDay: number, timeZone: string, instant: Date): Period {
  invariant(Number.isInteger(anchorDay) && anchorDay >= 1 && anchorDay <= 31, "a month has days 1 to 31");
  const day = dayIn(instant, timeZone);
  const month = day.toPlainYearMonth();
  const first = day.day < anchored(month, anchorDay).day ? month.subtract({ months: 1 }) : month;
  return {
    from: start(anchored(first, anchorDay), timeZone),
    to: start(anchored(first.add({ months: 1 }), anchorDay), timeZone),
  };
}

/** The calendar month it is in that place. */
export function calendarMonth(instant: Date, timeZone: string): Period {
  return periodAt(1, timeZone, instant);
}

/** Whether the IANA time zone database knows the name, as `Europe/Vienna`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function anchored(month: Temporal.PlainYearMonth, anchorDay: number): Temporal.PlainDate {
  return month.toPlainDate({ day: Math.min(anchorDay, month.daysInMonth) });
}

function start(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

function notADay(text: string): Refusal {
  return new Refusal("INVALID", `“${text.slice(0, 30)}” is not a day like 2026-03-31.`);
}
