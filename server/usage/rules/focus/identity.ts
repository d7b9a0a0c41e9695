import { sha256Hex } from "@/server/core/digest";

/**
 * What makes a row the same row when it comes again, in 16 bytes: the day it was used (48 bits of
 * milliseconds, UTC), then a hash. Rows of a day stand together in the index, and a day is coarse enough for
 * a row whose time was corrected to be seen as the row it is.
 */
export function identityKey(dayDigits: string, identity: string): string {
  return dayDigits + sha256Hex(identity).slice(0, 20);
}

/** The first twelve digits of every key of a day. */
export function dayDigits(instant: Date): string {
  const day = Math.floor(instant.getTime() / 86_400_000) * 86_400_000;
  return day.toString(16).padStart(12, "0");
}

/** What a row says. The same row with another hash says something else, and a person must decide. */
export function contentHash(content: string): string {
  return sha256Hex(content).slice(0, 32);
}
