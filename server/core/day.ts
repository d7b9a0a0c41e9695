import { Temporal } from "temporal-polyfill";
import { invariant } from "./invariant";

/** The calendar day it is in a place at an instant. For core alone: the rest speaks of instants. */
export function dayIn(instant: Date, timeZone: string): Temporal.PlainDate {
  invariant(!Number.isNaN(instant.getTime()), "an instant is a date");
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
