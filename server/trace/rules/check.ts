import { type Money, moneyText } from "@/server/core/money/money";

/** One amount computed anew and laid beside the one that was kept. */
export type Check = {
  /** What was checked, as `Amount on edge 2`. */
  readonly what: string;
  readonly of: { readonly kind: string; readonly id: string };
  readonly stored: string;
  readonly found: string;
  readonly agrees: boolean;
};

export function checkAmount(what: string, of: Check["of"], stored: Money, found: Money): Check {
  return checkText(what, of, moneyText(stored), moneyText(found));
}

export function checkText(what: string, of: Check["of"], stored: string, found: string): Check {
  return { what, of, stored, found, agrees: stored === found };
}

/** The result of a replay, in one sentence that names the first thing that differs. */
export function verdict(checks: readonly Check[]): string {
  const wrong = checks.filter(({ agrees }) => !agrees);
  const [first] = wrong;
  if (checks.length === 0) return "There is nothing here that you could replay.";
  if (!first) {
    return checks.length === 1
      ? "Computed anew, it agrees."
      : `Computed anew, all ${checks.length} figures agree.`;
  }
  const more = wrong.length > 1 ? ` and ${wrong.length - 1} more` : "";
  return `${first.what}: kept is ${first.stored}, but computed anew it is ${first.found}${more}.`;
}
