import { sql } from "drizzle-orm";
import type { Scope } from "@/server/access/scope";
import type { Walk } from "./plan";
import { type Relation, relations } from "./relation";
import { type Edge, keyOf, type NodeKind, type NodeRef } from "./rules/vocabulary";

/** No more of one kind are drawn than this; the newest are. */
const mostOfKind = 12;

export type Walked = {
  readonly nodes: readonly NodeRef[];
  readonly edges: readonly Edge[];
  /** Kinds of which there are more than are drawn. */
  readonly cut: readonly NodeKind[];
};

type Pair = { readonly cause: string; readonly effect: string };

/**
 * Everything that hangs on the roots, by ids alone: one statement a step, each found by index and cut at a
 * fixed number.
 * It must be called with sight of the whole chain, and tells no figure and no name.
 */
export async function walk(wide: Scope, roots: readonly NodeRef[], steps: readonly Walk[]): Promise<Walked> {
  const known = new Map<string, NodeRef>(roots.map((root) => [keyOf(root), root]));
  const edges = new Map<string, Edge>();
  const cut = new Set<NodeKind>();
  for (const step of steps) {
    const relation: Relation = relations[step.relation];
    const origins = step.ofRootOnly ? roots : [...known.values()];
    const startKind = kindBefore(relation, step);
    const ids = origins.filter(({ kind }) => kind === startKind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const pairs = await readPairs(wide, relation, step, ids);
    if (step.way !== "via" && pairs.length > mostOfKind)
      cut.add(step.way === "back" ? relation.cause : relation.effect);
    for (const { cause, effect } of step.way === "via" ? pairs : pairs.slice(0, mostOfKind)) {
      const from = { kind: relation.cause, id: cause };
      const to = { kind: relation.effect, id: effect };
      if (step.way === "via" && !(known.has(keyOf(from)) && known.has(keyOf(to)))) continue;
      known.set(keyOf(from), from).set(keyOf(to), to);
      edges.set(`${keyOf(from)} ${keyOf(to)}`, { from: keyOf(from), to: keyOf(to) });
    }
  }
  return { nodes: [...known.values()], edges: straighten([...edges.values()]), cut: [...cut] };
}

function kindBefore(relation: Relation, { way }: Walk): NodeKind | undefined {
  if (way === "via") return relation.via?.kind;
  return way === "back" ? relation.effect : relation.cause;
}

async function readPairs(
  { actor, db }: Scope,
  relation: Relation,
  { way }: Walk,
  ids: readonly string[],
): Promise<readonly Pair[]> {
  const { from, causeId, effectId, where = sql`true` } = relation;
  const side = way === "via" ? relation.via?.id : way === "back" ? effectId : causeId;
  const { rows } = await db.execute<Pair>(sql`
    select distinct ${causeId} as cause, ${effectId} as effect from ${from}
    where one.operator_id = ${actor.operator} and ${side} = any(${sql.param([...ids])}::text[]) and ${where}
    order by 2 desc, 1 desc limit ${way === "via" ? 100 : mostOfKind + 1}`);
  return rows;
}

/**
 * A statement tells of a payout that pays a line: the line's own edge to the statement says it a second time.
 */
function straighten(edges: readonly Edge[]): readonly Edge[] {
  const ends = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  const middle = (from: string, to: string) =>
    edges.some((edge) => edge.from === from && edge.to !== to && ends.has(`${edge.to} ${to}`));
  return edges.filter(({ from, to }) => !to.startsWith("statement:") || !middle(from, to));
}
