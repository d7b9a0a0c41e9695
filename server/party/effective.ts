import type { Scope } from "@/server/access/scope";
import { dayFromText, dayText } from "@/server/core/calendar";
import type { PartyId } from "@/server/core/ids";
import { readParty } from "./read";

/** From when on something counts: an instant, a day where the operator is, or now when it is left out. */
export type Effective = Date | string | undefined;

/**
 * A day begins with its first instant there; today begins now, so that nothing counts for what has passed.
 */
export async function effectiveFrom(scope: Scope, from: Effective): Promise<Date> {
  if (typeof from !== "string") return from ?? scope.now;
  const { timeZone } = await readParty(scope, scope.actor.operator as string as PartyId);
  return from === dayText(scope.now, timeZone) ? scope.now : dayFromText(from, timeZone);
}

export type Calendar = { readonly timeZone: string; readonly today: string };

/** Where the operator is, and the day it is there: the first one that something can count from. */
export async function readCalendar(scope: Scope): Promise<Calendar> {
  const { timeZone } = await readParty(scope, scope.actor.operator as string as PartyId);
  return { timeZone, today: dayText(scope.now, timeZone) };
}
