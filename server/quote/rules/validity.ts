import { endOfDay, startOfDay } from "@/server/core/calendar";
import { Refusal } from "@/server/core/refusal";

const hour = 3_600_000;
export const validDaysMax = 365;

/**
 * The end of the day that many days on; noon stands for a day, so that a change of clocks moves it nowhere.
 */
export function validUntil(now: Date, days: number, timeZone: string): Date {
  if (!Number.isInteger(days) || days < 1 || days > validDaysMax) {
    throw new Refusal("INVALID", `A quote is valid for 1 to ${validDaysMax} days.`);
  }
  const noon = startOfDay(now, timeZone).getTime() + 12 * hour;
  return endOfDay(new Date(noon + days * 24 * hour), timeZone);
}

export function isValid(until: Date, now: Date): boolean {
  return now < until;
}
