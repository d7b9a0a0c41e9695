import type { ParkedReason } from "@/server/usage/rules/vocabulary";

const reasons: Readonly<Record<ParkedReason, string>> = {
  unknown_account: "Account not mapped",
  unknown_meter: "Meter not mapped",
  not_in_subscription: "Not in the subscription",
  outside_subscription: "Outside the subscription's time",
  inexact_quantity: "Quantity not exact",
  conflict: "Contradicts an earlier row",
};

export function reasonWord(reason: ParkedReason): string {
  return reasons[reason];
}

export const reasonOptions = Object.entries(reasons).map(([value, label]) => ({ value, label }));

export function countWord(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

export function rowsWord(count: number): string {
  return countWord(count, "row", "rows");
}

/** A file's size for people: `188 MB`. */
export function bytesWord(bytes: bigint): string {
  if (bytes < 1_000n) return `${bytes} B`;
  const [unit, name] = bytes < 1_000_000n ? [1_000n, "kB"] : [1_000_000n, "MB"];
  const tenths = (bytes * 10n + unit / 2n) / unit;
  return tenths < 100n ? `${tenths / 10n}.${tenths % 10n} ${name}` : `${(tenths + 5n) / 10n} ${name}`;
}

/** What became of parked rows that were tried again, for a toast. */
export function replayWord({ accepted, duplicate, parked }: Readonly<Record<Outcome, number>>): string {
  const told = [
    accepted > 0 ? `${rowsWord(accepted)} taken in` : null,
    duplicate > 0 ? `${duplicate} known already` : null,
    parked > 0 ? `${parked} still parked` : null,
  ].filter((each) => each !== null);
  return told.length > 0 ? told.join(", ") : "No row waited for it";
}

type Outcome = "accepted" | "duplicate" | "parked";
