const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Numbers come from `Intl`, words from here: the names of months differ between the server's and the
 * browser's tables, and a page that says "Sep" and then "Sept" does not hydrate.
 */
export function wallClock(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    day: dayWords(`${of("year")}-${of("month")}-${of("day")}`),
    time: `${of("hour")}:${of("minute")}`,
    seconds: of("second"),
  };
}

/** `2025-03-09` as `9 Mar 2025`. */
export function dayWords(day: string): string {
  const [year = "", month = "", date = ""] = day.slice(0, 10).split("-");
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** How far a zone is from UTC at an instant, as `UTC+1` or `UTC−3:30`. */
export function offsetText(at: Date, timeZone: string): string {
  const minutes = Math.trunc((asIfUtc(at, timeZone) - at.getTime()) / 60_000);
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${`${size % 60}`.padStart(2, "0")}`;
  return `UTC${minutes < 0 ? "−" : "+"}${Math.trunc(size / 60)}${rest}`;
}

function asIfUtc(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
    at.getUTCMilliseconds(),
  );
}

/** A full sentence about an instant, for the hover: both the zone shown and UTC. */
export function instantTitle(at: Date, timeZone: string): string {
  const here = wallClock(at, timeZone);
  const shown = `${here.day}, ${here.time}:${here.seconds} ${timeZone}`;
  const offset = offsetText(at, timeZone);
  if (offset === "UTC") return shown;
  const utc = wallClock(at, "UTC");
  return `${shown} (${offset}) · ${utc.day}, ${utc.time}:${utc.seconds} UTC`;
}
