/** What a cell means, or what is wrong with it, as the end of a sentence that begins with the cell. */
export type Told<Value> = { readonly value: Value } | { readonly reason: string };

const clock = /(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?/;
const zones = /(Z|z| ?UTC|[+-]\d{2}(?::?\d{2})?)/;
const form = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]${clock.source}${zones.source}?)?$`);

/**
 * Reads an instant of ISO 8601: `2024-09-18T23:00:00Z`, with an offset, with a space instead of the T, to the
 * minute, or a day alone. Without a zone it is UTC, as FOCUS has it. Days written with slashes or dots are
 * not guessed at: 03/04 is two days, depending on who reads it.
 */
export function readInstant(text: string): Told<Date> {
  const read = form.exec(text);
  if (!read) {
    const slashed = /^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}/.test(text);
    return {
      reason: slashed
        ? "can be read as more than one day; write it as 2024-09-18 23:00:00"
        : "is not a time like 2024-09-18 23:00:00",
    };
  }
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = read;
  if (second === "60") return { reason: "is a leap second, which no clock of ours has" };
  const plain = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const milliseconds = Number(fraction.padEnd(3, "0").slice(0, 3));
  const local = new Date(`${plain}Z`);
  // A date that does not exist, such as the 30th of February, comes back as another.
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 19) !== plain) {
    return { reason: "is no time that exists" };
  }
  const offset = offsetOf(zone);
  if (offset === null) return { reason: "has an offset from UTC that no place has" };
  return { value: new Date(local.getTime() + milliseconds - offset * 60_000) };
}

/** Minutes ahead of UTC. */
function offsetOf(zone: string): number | null {
  const read = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!read) return 0;
  const [, sign, hours, minutes = "0"] = read;
  const ahead = Number(hours) * 60 + Number(minutes);
  if (ahead > 14 * 60 || Number(minutes) > 59) return null;
  return sign === "-" ? -ahead : ahead;
}
