import { invariant } from "@/server/core/invariant";

const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
type Unit = keyof typeof milliseconds;

/** When a time string of the protocol is over: `1d12h` from now, or a moment in ISO 8601. */
export function until(text: string, now: Date): Date {
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : now.getTime() + duration(text);
  invariant(Number.isFinite(moment), `“${text}” is a time`);
  return new Date(moment);
}

/** Days and weeks are of 24 and 168 hours, as the protocol says. Empty is no time at all. */
export function duration(text: string): number {
  invariant(/^(\d+(\.\d+)?(ms|s|m|h|d|w))*$/.test(text), `“${text}” is a duration such as 1d12h`);
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit as Unit], 0);
}

// Inngest's own table (pkg/backoff): the first retry after 15 seconds, the tenth and later ones after two
// hours.
const waits = ["15s", "30s", "1m", "2m", "5m", "10m", "20m", "40m", "1h", "2h"];

/** How long to wait after an attempt has failed; attempts count from zero. */
export function backoff(attempt: number): number {
  return duration(waits[Math.min(attempt, waits.length - 1)] ?? "2h");
}
