import { billingPeriods, calendarMonth, endOfDay, startOfDay } from "@/server/core/calendar";
import { days, type Period } from "@/server/core/period";

/** A stretch of time that is charged, and which part of its calendar month it is. */
export type Window = Period & { readonly daysCharged: number; readonly daysOfPeriod: number };

/**
 * When an item of a subscription is charged: from its first day on, until its end or for as long as it
 * runs.
 */
export type Charged = {
  readonly timeZone: string;
  readonly billableFrom: Date;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  /** The end of what earlier runs charged. */
  readonly ratedUpTo: Date | null;
};

/**
 * The calendar months that ended by `until` and were not charged yet, cut to the days on which the item
 * ran.
 */
export function monthsDue(item: Charged, until: Date): readonly Window[] {
  const { timeZone, ratedUpTo } = item;
  const start = firstInstant(item);
  const end = lastInstant(item);
  return endedMonths(start, end, timeZone, until).flatMap((month) => {
    const from = latest(month.from, start, ratedUpTo ?? month.from);
    const to = end !== null && end < month.to ? end : month.to;
    if (from >= to) return [];
    return [{ from, to, daysCharged: days({ from, to }, timeZone), daysOfPeriod: days(month, timeZone) }];
  });
}

/** The same months whole: usage of a month is charged as one, on whichever of its days the item began. */
export function usageMonthsDue(item: Charged, until: Date): readonly Window[] {
  const months = endedMonths(firstInstant(item), lastInstant(item), item.timeZone, until);
  return months
    .filter(({ from }) => item.ratedUpTo === null || from >= item.ratedUpTo)
    .map((month) => wholeMonth(month, item.timeZone));
}

/** What is charged once is charged for the day on which it was done. */
export function dayDue(item: Charged, until: Date): readonly Window[] {
  if (item.ratedUpTo !== null || item.validFrom > until) return [];
  const from = startOfDay(item.validFrom, item.timeZone);
  const to = endOfDay(item.validFrom, item.timeZone);
  return [{ from, to, daysCharged: 1, daysOfPeriod: 1 }];
}

export function wholeMonth(month: Period, timeZone: string): Window {
  const length = days(month, timeZone);
  return { ...month, daysCharged: length, daysOfPeriod: length };
}

/**
 * Works a window out once for all items that run alike, which in a bill run are thousands: calendar
 * arithmetic is slow, and what is due depends on few instants.
 */
export function rememberingMonths(
  due: (item: Charged, until: Date) => readonly Window[],
): (item: Charged, until: Date) => readonly Window[] {
  const known = new Map<string, readonly Window[]>();
  return (item, until) => {
    const { timeZone, billableFrom, validFrom, validTo, ratedUpTo } = item;
    const first = Math.max(billableFrom.getTime(), validFrom.getTime());
    const others = [billableFrom, validTo, ratedUpTo, until].map((each) => each?.getTime() ?? "");
    const key = `${timeZone} ${first} ${others.join(" ")}`;
    const found = known.get(key) ?? due(item, until);
    known.set(key, found);
    return found;
  };
}

function endedMonths(start: Date, end: Date | null, timeZone: string, until: Date): readonly Period[] {
  const stop = end !== null && end < until ? end : until;
  const anchor = calendarMonth(start, timeZone).from;
  return billingPeriods(anchor, timeZone, start, stop).filter(({ to }) => to <= until);
}

function firstInstant({ billableFrom, validFrom, timeZone }: Charged): Date {
  return validFrom <= billableFrom ? billableFrom : latest(billableFrom, startOfDay(validFrom, timeZone));
}

/** A termination takes effect at the end of its day: the day is charged. */
function lastInstant({ validTo, timeZone }: Charged): Date | null {
  if (validTo === null) return null;
  const day = startOfDay(validTo, timeZone);
  return day.getTime() === validTo.getTime() ? validTo : endOfDay(validTo, timeZone);
}

function latest(...instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant.getTime())));
}
