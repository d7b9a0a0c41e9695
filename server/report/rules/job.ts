import type { Money } from "@/server/core/money/money";

/** Something that waits for the person who looks. */
export type Job = {
  readonly id: string;
  /** What kind of work it is, as the page groups it. */
  readonly kind:
    | "approval"
    | "exception"
    | "parked_usage"
    | "usage_file"
    | "invoice"
    | "payout_run"
    | "offer"
    | "quote"
    | "task"
    | "statement";
  readonly title: string;
  readonly detail: string;
  /** What is at stake, where that is one amount. */
  readonly amount: Money | null;
  /** Since when it waits, or when it was or is due. */
  readonly since: Date;
  /** `bad` is late or broken, `warn` holds somebody up, `info` is good to know. */
  readonly tone: "bad" | "warn" | "info";
  /** What is done about it, as the words of a link. */
  readonly action: string;
  readonly href: string;
};

const order = { bad: 0, warn: 1, info: 2 } as const;

/**
 * What to do first: what is late or broken, then what holds others up. Among these the most expensive, where
 * both are
 * in one currency, else the oldest.
 */
export function byUrgency(left: Job, right: Job): number {
  const tone = order[left.tone] - order[right.tone];
  if (tone !== 0) return tone;
  const [mine, theirs] = [left.amount, right.amount];
  if (mine && theirs && mine.currency === theirs.currency && mine.minor !== theirs.minor)
    return mine.minor > theirs.minor ? -1 : 1;
  return left.since.getTime() - right.since.getTime() || (left.id < right.id ? -1 : 1);
}
