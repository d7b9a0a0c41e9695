import { and, eq } from "drizzle-orm";
import { statement, statementLine } from "@/db/schema/payout";
import { portalOf } from "@/server/access/actor";
import { elevated, type Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { placeOf } from "@/server/core/place";
import { Refusal } from "@/server/core/refusal";
import { see } from "./facts/see";
import type { TraceRef } from "./input";
import { plans, type RootKind } from "./plan";
import { mask, type TraceNode } from "./rules/mask";
import { reach } from "./rules/reach";
import { type Edge, keyOf, type NodeKind, type NodeRef } from "./rules/vocabulary";
import { findRatedOfRow, rowRef } from "./usage-row";
import { walk } from "./walk";

type Root = NodeRef & { readonly kind: RootKind };

export type TraceGraph = {
  /** The key of the node that was asked about. */
  readonly root: string;
  readonly nodes: readonly (TraceNode & { readonly href: string | null })[];
  readonly edges: readonly Edge[];
  /** Kinds of which only the newest are drawn. */
  readonly cut: readonly NodeKind[];
};

/**
 * Where a thing came from and what it fed. The walk over ids sees the whole chain; what is said of each node
 * is read
 * as the asker, and what is not theirs becomes “other parties”.
 */
export async function traceOf(scope: Scope, { kind, id, way }: TraceRef): Promise<TraceGraph> {
  const root = await findRoot(scope, kind, id);
  const walked = await elevated(scope, async (wide) => {
    const found = root.kind === "usage_row" ? await rootsOfRow(scope, root) : { roots: [root], edges: [] };
    const { nodes, edges, cut } = await walk(wide, found.roots, plans[root.kind]);
    return { nodes, edges: [...found.edges, ...edges], cut };
  });
  const seen = await see(scope, walked.nodes);
  if (!seen.has(keyOf(root))) throw new Refusal("NOT_FOUND", "There is nothing here that could be traced.");
  const { nodes, edges } = mask(walked, seen);
  const kept = reach(keyOf(root), edges, way);
  const shown = way === "both" ? nodes : nodes.filter(({ key }) => kept.has(key));
  const keys = new Set(shown.map(({ key }) => key));
  const portal = portalOf(scope.actor.role);
  return {
    root: keyOf(root),
    nodes: shown.map((node) => ({
      ...node,
      href: node.seen?.page ? placeOf(portal, node.seen.page.kind, node.seen.page.id) : null,
    })),
    edges: edges.filter(({ from, to }) => keys.has(from) && keys.has(to)),
    cut: walked.cut,
  };
}

/** A statement's line stands for the settlement line that it tells of; money that left, for its payout. */
async function findRoot(scope: Scope, kind: TraceRef["kind"], id: string): Promise<Root> {
  if (kind !== "statement_line") return { kind, id };
  const [statementId = "", number = ""] = id.split(".");
  const { actor, db } = scope;
  const [told] = await db
    .select({ settlementLineId: statementLine.settlementLineId, payoutId: statement.payoutId })
    .from(statementLine)
    .innerJoin(
      statement,
      and(eq(statement.operatorId, statementLine.operatorId), eq(statement.id, statementLine.statementId)),
    )
    .where(
      and(
        eq(statementLine.operatorId, actor.operator),
        eq(statementLine.statementId, statementId as Id<"statement">),
        eq(statementLine.number, Number(number)),
      ),
    );
  if (!told) throw new Refusal("NOT_FOUND", "There is no such line of a statement.");
  const { settlementLineId, payoutId } = told;
  return settlementLineId === null
    ? { kind: "payout", id: payoutId }
    : { kind: "settlement_line", id: settlementLineId };
}

/** A row of a file hangs on its file, and on the rated item that charged it, if one did. */
async function rootsOfRow(scope: Scope, root: NodeRef) {
  const ref = rowRef(root.id);
  if (ref === null) throw new Refusal("NOT_FOUND", "There is no such row.");
  const file: NodeRef = { kind: "usage_file", id: ref.fileId };
  const ratedId = await findRatedOfRow(scope, ref);
  const rated: NodeRef[] = ratedId === null ? [] : [{ kind: "rated_item", id: ratedId }];
  return {
    roots: [root, file, ...rated],
    edges: [
      { from: keyOf(file), to: keyOf(root) },
      ...rated.map(({ id }) => ({ from: keyOf(root), to: keyOf({ kind: "usage_rows", id }) })),
    ],
  };
}
