import { decimalWords } from "@/components/money/decimal";

/** A percentage as it is typed, in parts per million as text; null while it is none between 0 and 100 %. */
export function partsPerMillionOf(typed: string): string | null {
  const read = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(typed.trim());
  if (!read) return null;
  const parts = BigInt(`${read[1]}${(read[2] ?? "").padEnd(4, "0")}`);
  return parts <= 1_000_000n ? parts.toString() : null;
}

/** `125_000` as "12.5", to type over. */
export function percentText(partsPerMillion: bigint): string {
  const fraction = (partsPerMillion % 10_000n).toString().padStart(4, "0");
  return decimalWords(`${partsPerMillion / 10_000n}.${fraction}`);
}
