import { can, router } from "@/server/access/procedures";
import { InvoiceLineRef, RuleActivation, RuleDraft, SettlementLineRef, SettlementList } from "./input";
import {
  listMarketplaces,
  listRules,
  listSettlementLines,
  readDivision,
  readEarnings,
  readSettlementLine,
} from "./read";
import { activateRule, draftRule } from "./rule";

export const settlementRouter = router({
  list: can("settlement.read")
    .input(SettlementList)
    .query(({ ctx, input }) => listSettlementLines(ctx.scope, input)),

  get: can("settlement.read")
    .input(SettlementLineRef)
    .query(({ ctx, input }) => readSettlementLine(ctx.scope, input)),

  division: can("settlement.read")
    .input(InvoiceLineRef)
    .query(({ ctx, input }) => readDivision(ctx.scope, input)),

  earnings: can("settlement.read").query(({ ctx }) => readEarnings(ctx.scope)),
});

export const ruleRouter = router({
  list: can("rule.read").query(({ ctx }) => listRules(ctx.scope)),

  marketplaces: can("rule.read").query(({ ctx }) => listMarketplaces(ctx.scope)),

  draft: can("rule.change")
    .input(RuleDraft)
    .mutation(({ ctx, input }) => draftRule(ctx.scope, input)),

  activate: can("rule.change")
    .input(RuleActivation)
    .mutation(({ ctx, input }) => activateRule(ctx.scope, input)),
});
