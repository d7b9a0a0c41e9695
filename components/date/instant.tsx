import { instantTitle, wallClock } from "./format";

type Props = {
  at: Date | string | null | undefined;
  /** IANA name of the zone it is told in; the hover names it, and UTC beside it. */
  timeZone?: string | undefined;
  /** `day` leaves the hour to the hover. */
  show?: "both" | "day" | "time";
};

/** A moment, in one named zone. */
export function Instant({ at, timeZone = "UTC", show = "both" }: Props) {
  if (!at) return <span className="text-muted">–</span>;
  const moment = typeof at === "string" ? new Date(at) : at;
  const { day, time } = wallClock(moment, timeZone);
  const text = show === "day" ? day : show === "time" ? time : `${day}, ${time}`;
  return (
    <time
      dateTime={moment.toISOString()}
      title={instantTitle(moment, timeZone)}
      className="whitespace-nowrap"
    >
      {text}
    </time>
  );
}
