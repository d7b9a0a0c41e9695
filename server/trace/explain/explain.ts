import { may, type Permission } from "@/server/access/permissions";
import type { Scope } from "@/server/access/scope";
import type { Id, IdKind } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import type { ExplainRef } from "../input";
import type { Explanation } from "../rules/explanation";
import { explainInvoice, explainLine, explainTax } from "./invoice";
import { explainLeg, explainRated } from "./leg";
import { explainPayout, explainStatement } from "./payout";
import { explainShare } from "./share";

type Explainer = {
  readonly permission: Permission;
  readonly explain: (scope: Scope, id: string) => Promise<Explanation>;
};

const explainers: Readonly<Record<ExplainRef["kind"], Explainer>> = {
  settlement_line: by("settlement.read", explainShare),
  invoice_line: by("invoice.read", explainLine),
  rated_item: by("trace.read", explainRated),
  rated_leg: by("trace.read", explainLeg),
  invoice: by("invoice.read", explainInvoice),
  tax: by("invoice.read", explainTax),
  payout: by("payout.read", explainPayout),
  statement: by("payout.read", explainStatement),
};

/**
 * How an amount came about, from what was kept when it was computed. Nothing is computed anew: `replay` does.
 */
export function explainAmount(scope: Scope, { kind, id }: ExplainRef): Promise<Explanation> {
  const { permission, explain } = explainers[kind];
  if (!may(scope.actor, permission)) throw new Refusal("NOT_FOUND", "There is no such amount.");
  return explain(scope, id);
}

function by<Kind extends IdKind>(
  permission: Permission,
  explain: (scope: Scope, id: Id<Kind>) => Promise<Explanation>,
): Explainer {
  return { permission, explain: (scope, id) => explain(scope, id as Id<Kind>) };
}
