import { kindWord } from "@/components/shell/words";
import { wordOf } from "@/components/status/tones";
import type { EdgeModel, PartyRole } from "@/server/party/rules/vocabulary";

export { kindWord };

const models: Readonly<Record<EdgeModel, string>> = {
  buy_sell: "Buys and resells",
  commission: "On commission",
  agent: "Agent",
};

/** How a party trades with the one above it. */
export function modelWord(model: EdgeModel | null): string {
  return model === null ? "–" : models[model];
}

export const modelOptions = [
  { value: "buy_sell", label: "Buys and resells", hint: "Pays its own price and keeps the difference." },
  { value: "commission", label: "On commission", hint: "Earns a share of the sale below it." },
  { value: "agent", label: "Agent", hint: "Earns a share and bills nothing." },
] as const satisfies readonly { value: EdgeModel; label: string; hint: string }[];

const listed = [
  "distributor",
  "reseller",
  "sub_reseller",
  "agent",
  "supplier",
  "contractor",
  "marketplace",
] as const satisfies readonly PartyRole[];

/** The kinds that a list of parties has. */
export const kindOptions = listed.map((value) => ({ value, label: kindWord(value) }));

export const statusOptions = ["invited", "active", "suspended", "closed"].map((value) => ({
  value,
  label: wordOf(value),
}));

/** The family of an edge as words: `*` is every family. */
export function familyWord(family: string): string {
  return family === "*" ? "Every family" : family;
}
