import { wordOf } from "@/components/status/tones";

const kinds: Readonly<Record<string, string>> = { sub_reseller: "Sub-reseller" };

/** What kind of organisation is signed in: "Distributor", "Sub-reseller". */
export function kindWord(kind: string): string {
  return kinds[kind] ?? wordOf(kind);
}

/** `operator_finance` as "Finance": the organisation beside it says the rest. */
export function roleWord(role: string): string {
  return wordOf(role.replace(/^(operator|partner|supplier)_/, ""));
}

/** The first letters of a name, for the round in the bar. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : "";
  return `${words[0]?.charAt(0) ?? ""}${last?.charAt(0) ?? ""}`.toUpperCase();
}
