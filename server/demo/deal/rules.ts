import type { Scope } from "@/server/access/scope";
import type { Id, PartyId } from "@/server/core/ids";
import { activateRule, draftRule } from "@/server/settlement/rule";
import type { RuleBody } from "@/server/settlement/rules/vocabulary";
import type { DealParties } from "./parties";

export type DealRules = { readonly direct: Id<"ruleVersion">; readonly cloudbay: Id<"ruleVersion"> };

/** What each role gets of what a deal through CloudBay leaves after the fee, in parts per million. */
const through = [
  { selector: "supplier", rate: "560000" },
  { selector: "operator", rate: "140000" },
  { selector: "distributor", rate: "100000" },
  { selector: "reseller", rate: "150000" },
  { selector: "sub_reseller", rate: "50000" },
] as const;

/**
 * How lines are divided: by the prices of the chain; through CloudBay by a waterfall, after its fee of 3 %.
 */
export async function ruleDeal(scope: Scope, { cloudbay }: DealParties): Promise<DealRules> {
  const fee = { rate: "30000", timing: "before_split", partyId: cloudbay } as const;
  return {
    direct: await activate("Direct deals", null, { mode: "chain", fee: null }),
    cloudbay: await activate("Deals through CloudBay", cloudbay, { mode: "waterfall", fee, legs: through }),
  };

  async function activate(name: string, marketplaceId: PartyId | null, body: RuleBody) {
    const { id } = await draftRule(scope, { name, family: "*", marketplaceId, body });
    await activateRule(scope, { id, from: scope.now });
    return id;
  }
}
