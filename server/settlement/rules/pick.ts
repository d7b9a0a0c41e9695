import { Refusal } from "@/server/core/refusal";

type Candidate = {
  readonly name: string;
  readonly family: string;
  readonly marketplaceId: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
};

/** What of a deal decides by which rule it is divided. */
export type Deal = { readonly family: string; readonly marketplaceId: string | null; readonly at: Date };

/**
 * The one rule version that divides a deal's lines: in force at that time, for its route, and for its
 * family before one for every family. None, or two of equal standing, is refused by name, because money
 * would go astray.
 */
export function pickRule<Rule extends Candidate>(
  rules: readonly Rule[],
  { family, marketplaceId, at }: Deal,
): Rule {
  const fitting = rules.filter(
    (rule) =>
      rule.marketplaceId === marketplaceId &&
      rule.validFrom <= at &&
      (rule.validTo === null || at < rule.validTo),
  );
  const exact = fitting.filter((rule) => rule.family === family);
  const standing = exact.length > 0 ? exact : fitting.filter((rule) => rule.family === "*");
  const [rule, other] = standing;
  const route = marketplaceId === null ? "sold directly" : "sold through this marketplace";
  if (!rule)
    throw new Refusal("CONFLICT", `No settlement rule is active for “${family}” ${route}. Activate one.`);
  if (other) {
    throw new Refusal(
      "CONFLICT",
      `Two settlement rules match “${family}” ${route}: ${rule.name} and ${other.name}.`,
    );
  }
  return rule;
}
