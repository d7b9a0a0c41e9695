import { Refusal } from "@/server/core/refusal";
import { FocusReader } from "./reader";
import type { UsageRow } from "./row";

export const names = [
  ...["SubAccountId", "ServiceName", "SkuId", "ChargePeriodStart", "ChargePeriodEnd"],
  ...["ConsumedQuantity", "ConsumedUnit", "ChargeCategory", "ResourceId"],
] as const;
export type Name = (typeof names)[number];

export const sound: Record<Name, string> = {
  SubAccountId: "nim-1",
  ServiceName: "Nimbus Compute",
  SkuId: "NC-GP2",
  ChargePeriodStart: "2025-03-01 10:00:00",
  ChargePeriodEnd: "2025-03-01 11:00:00",
  ConsumedQuantity: "1.5",
  ConsumedUnit: "vCPU-Hours",
  ChargeCategory: "Usage",
  ResourceId: "web-01",
};

export const line = (change: Partial<Record<Name, string>> = {}, delimiter = ",") =>
  names.map((name) => ({ ...sound, ...change })[name]).join(delimiter);
export const header = names.join(",");
export const good = line();
/** A file with one sound row, the row in question as row 3, and another sound one. */
export const around = (row: string) => [header, good, row, line({ ResourceId: "web-02" })].join("\n");
export const utf8 = (text: string) => Buffer.from(text, "utf8");
export const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

export type Read = { usage: UsageRow[]; rejected: string[]; refusal?: string };

export function read(content: Uint8Array | string, pieceBytes = 7): Read {
  const bytes = typeof content === "string" ? utf8(content) : content;
  const result: Read = { usage: [], rejected: [] };
  const reader = new FocusReader(new Date("2026-01-01T00:00:00Z"), {
    isWanted: () => true,
    passed: () => undefined,
    usage: (_number, row) => result.usage.push(row),
    rejected: (number, { column, reason }) => result.rejected.push(`row ${number}, ${column} ${reason}`),
  });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
    reader.end();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    result.refusal = error.message;
  }
  return result;
}
